import { wordSet } from '@cahier/core'
import { isKnownWord, type Vocabulary } from './known-word.ts'
import { bareWord, hasWord } from './lexicon.ts'
import { MOST_A_LETTER, type NearWord, nearWords } from './near-words.ts'
import { ACCENT } from './slip-costs.ts'

/**
 * At most three suggestions for an unknown word, the likeliest first, with the capital of the word
 * and curly apostrophes. Words that cost more than `mostCost` (see `NearWord`) may be missing.
 */
export function suggestionsFor(
  word: string,
  vocabulary: Vocabulary,
  mostCost: number,
): readonly NearWord[] {
  const lower = word.toLowerCase()
  const alike = [
    ...nearWords(vocabulary.lexicon, lower, mostCost),
    ...ownWordsNear(lower, vocabulary),
  ]
  // When a suggestion differs only by an accent, the word is not split.
  const near = [
    ...alike,
    ...(alike.some(({ cost }) => cost <= ACCENT) ? [] : cutInTwo(lower, vocabulary)),
  ]
    .filter(({ cost }) => cost <= lower.length * MOST_A_LETTER)
    .sort((a, b) => a.cost - b.cost)
  const found = near.length > 0 ? near : longWordsIn(lower, vocabulary)
  const seen = new Set<string>()
  return found
    .map(({ word: near, cost }) => ({ word: likeWritten(near, word), cost }))
    .filter(({ word: near }) => !seen.has(near) && seen.add(near))
    .slice(0, 3)
}

/** Adds a forgotten space or apostrophe: `parceque`, `daccord`. */
function cutInTwo(word: string, vocabulary: Vocabulary): readonly NearWord[] {
  const found: NearWord[] = []
  const elided = /^(qu|jusqu|lorsqu|puisqu|[ldjmtsnc])(?=[aeiouyhâàéèêîôœ])/.exec(word)?.[0] ?? ''
  if (
    elided !== '' &&
    word.length - elided.length > 2 &&
    isKnownWord(word.slice(elided.length), vocabulary)
  )
    found.push({ word: `${elided}'${word.slice(elided.length)}`, cost: FORGOTTEN })
  for (let at = 1; at < word.length; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (
      (SMALL_WORDS.has(first) && isWhole(second, vocabulary)) ||
      (SMALL_WORDS.has(second) && isWhole(first, vocabulary))
    )
      found.push({ word: `${first} ${second}`, cost: FORGOTTEN })
  }
  return found
}

const FORGOTTEN = 5

/** Two words of four letters or more, joined by mistake: `moyensdisponibles`. */
function longWordsIn(word: string, { lexicon }: Vocabulary): readonly NearWord[] {
  for (let at = LONG; at <= word.length - LONG; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (hasWord(lexicon, first) && hasWord(lexicon, second))
      return [{ word: `${first} ${second}`, cost: Number.POSITIVE_INFINITY }]
  }
  return []
}

const LONG = 4

function isWhole(word: string, vocabulary: Vocabulary) {
  return SMALL_WORDS.has(word) || (word.length > 3 && isKnownWord(word, vocabulary))
}

const SMALL_WORDS = wordSet(
  'à au aux ce ces dans de des du elle en est et il la le les leur mais ne nous on ou où par pas plus pour que qui sa sans ses son sur tout très un une vous sûr',
)

function ownWordsNear(word: string, { own }: Vocabulary): readonly NearWord[] {
  return [...own]
    .filter((known) => bareWord(known) === bareWord(word))
    .map((known) => ({ word: known, cost: 2 }))
}

function likeWritten(near: string, word: string) {
  const typographic = near.replace(/'/g, '’')
  return /^\p{Lu}/u.test(word)
    ? typographic.charAt(0).toUpperCase() + typographic.slice(1)
    : typographic
}
