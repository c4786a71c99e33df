import { wordSet } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'
import { lacksAccents } from './bare-capitals.ts'
import { isKnownWord, PREFIXES, type Vocabulary } from './known-word.ts'
import { hasWord } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { DOUBLED } from './slip-costs.ts'

export interface WordPart extends Span {
  readonly text: string
}

/**
 * The unknown parts of a word, split at hyphens and slashes and without elisions. Acronyms, Roman
 * numbers and single letters are known; `SIEGE` without its accent is not. `word` is in NFC, with
 * straight apostrophes.
 */
export function unknownParts(word: string, vocabulary: Vocabulary): readonly WordPart[] {
  // Most words are in the lexicon, and looking there is fast.
  if (hasWord(vocabulary.lexicon, withoutElision(word)) || isAdmitted(word, vocabulary)) return []
  const unknown: WordPart[] = []
  for (const { 0: text, index } of matchesIn(word, PART)) {
    const bare = withoutElision(text)
    const end = index + text.length
    const part = { text: bare, start: end - bare.length, end }
    if (text !== word && isAdmitted(text, vocabulary)) continue
    if (bare !== text && isAdmitted(bare, vocabulary)) continue
    if (word[end] === '-' && isBeforeHyphen(text.toLowerCase(), vocabulary)) continue
    unknown.push(part)
  }
  return unknown
}

function withoutElision(word: string) {
  return word.includes("'") ? word.replace(ELISION, '') : word
}

function isAdmitted(text: string, vocabulary: Vocabulary) {
  return NO_WORD.test(text) ? !lacksAccents(text, vocabulary) : isKnownWord(text, vocabulary)
}

// Whether a part begins a compound: « tarso-métatarsien ».
function isBeforeHyphen(text: string, { lexicon }: Vocabulary) {
  return (
    BEFORE_HYPHEN.has(text) ||
    (LEARNED_FIRST.test(text) && nearWords(lexicon, text, DOUBLED).length === 0)
  )
}

const LEARNED_FIRST = /\p{L}{3}o$/u
const PART = /[^/-]+/g
/**
 * Matches words that need not be in the lexicon: words in capitals or with a capital inside, and
 * Roman ordinals.
 */
const NO_WORD = /^(?:\P{Ll}+s?|.*\p{Ll}\p{Lu}.*|[IVXLCDM]+(?:e|er|re|es|ers|nd|nde|ème)?)$/u
const ELISION =
  /^(?:[ldjmtsncç]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)'(?=[aeiouyhàâäéèêëîïôöùûüœæ]|\p{Lu}|$)/iu
const BEFORE_HYPHEN = new Set([
  ...PREFIXES.map(([prefix]) => prefix),
  ...wordSet('ex vice self e m t y bi tri uni anglo afro pro'),
])
