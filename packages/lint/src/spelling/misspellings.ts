import { wordSet } from '@cahier/core'
import { groupedBy, type Passage, type Span } from '@cahier/prose'
import { withAccents } from './bare-capitals.ts'
import type { Vocabulary } from './known-word.ts'
import { bareWord, isEnglishWord, type Lexicon } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { rejoinedWord } from './rejoined-word.ts'
import { DOUBLED, SLIP } from './slip-costs.ts'
import { suggestionsFor } from './suggestions.ts'
import { isInCapitals, type UnknownWord, unknownWords } from './unknown-words.ts'

export interface Misspelling extends Span {
  readonly passage: Passage
  readonly suggestions: readonly string[]
}

/**
 * The likely misspelt words of a text, each once. What may be a name, a technical term or a foreign
 * word is reported only for a common slip. `hasCode` marks a software manual.
 */
export function misspellings(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  hasCode = false,
): readonly Misspelling[] {
  const unknown = unknownWords(passages, vocabulary)
  const uses = groupedBy(unknown, ({ text }) => singular(text))
  const left = new Set(unknown.filter(({ isName }) => isName).map(({ text }) => text))
  const names = new Set([...left].map((text) => text.toLowerCase()))
  const isDrawnOut = unknown.filter(({ text }) => DRAWN_OUT.test(text)).length >= FEW
  const isManual = hasCode || isFullOfTerms(unknown, passages, vocabulary)
  return unknown.flatMap(({ text, passage, start, end, isForeign, isByEnglish }) => {
    if (left.has(text) || (isDrawnOut ? DRAWN_OUT : STRETCHED).test(text)) return []
    left.add(text)
    const whole = rejoinedWord(passage.text, start, end, vocabulary)
    if (whole !== null) {
      if (left.has(whole.meant)) return []
      left.add(whole.meant)
      return [{ passage, start: whole.start, end: whole.end, suggestions: [whole.meant] }]
    }
    if (isInCapitals(text))
      return [{ passage, start, end, suggestions: withAccents(text, vocabulary) }]
    const most = Math.min(
      mostCost(text, isForeign, uses.get(singular(text))?.length ?? 0),
      isManual ? mostInManual(text) : Number.POSITIVE_INFINITY,
    )
    const suggestions = suggestionsFor(text, vocabulary, most)
    const [best] = suggestions
    const cost = best?.cost ?? Number.POSITIVE_INFINITY
    if (cost > most) return []
    // `midori` may be the command of a program that the text calls « Midori ».
    if (cost > COMMON_SLIP && names.has(text)) return []
    const lacksAccents = best !== undefined && bareWord(best.word) === bareWord(text)
    const word = text.toLowerCase()
    // Short words are near others by chance. They are reported for lost accents, or when near a
    // grammar word: « puor », « cete ».
    const isGrammar =
      text.length === SHORT - 1 &&
      !isForeign &&
      !isEnglishWord(word) &&
      suggestions.some((one) => GRAMMAR.has(one.word))
    if (text.length < SHORT && !isGrammar && (!lacksAccents || text.length < SHORTEST)) return []
    if (
      isEnglishWord(word) &&
      (isByEnglish || (!lacksAccents && (isManual || isForeign || cost > mostInEnglish(word))))
    )
      return []
    return [{ passage, start, end, suggestions: suggestions.map(({ word }) => word) }]
  })
}

/** Whether a text has many technical terms: words that are English or near no French word. */
function isFullOfTerms(
  unknown: readonly UnknownWord[],
  passages: readonly Passage[],
  { lexicon }: Vocabulary,
) {
  const words = new Set(
    unknown.filter(({ isName }) => !isName).map(({ text }) => text.toLowerCase()),
  )
  const length = passages.reduce((sum, { text }) => sum + text.length, 0)
  // The search for near words is slow, so it stops when the words left are too few.
  let spare = words.size - Math.max(FEW, Math.ceil(length / APART))
  for (const word of words) {
    if (spare < 0) break
    if (!isTerm(word, lexicon)) spare--
  }
  return spare >= 0
}

function isTerm(word: string, lexicon: Lexicon) {
  if (!PLAIN.test(word)) return isEnglishWord(word)
  const near = nearWords(lexicon, word)
  return isEnglishWord(word)
    ? !near.some(({ word: found }) => bareWord(found) === bareWord(word))
    : near.length === 0
}

// A letter four times in a row is a noise, « crrrrr ». If several words have a letter three times,
// these are noises too.
const STRETCHED = /(\p{L})\1{3}/u
const DRAWN_OUT = /(\p{L})\1{2}/u

function singular(text: string) {
  return text.replace(/s$/, '')
}

// The highest cost of a slip to report. Likely slips cost less, so a word that may be right has a
// low limit.
function mostCost(text: string, isForeign: boolean, times: number) {
  if (text.length < SHORT || /^\p{Lu}/u.test(text) || times >= OFTEN) return COMMON_SLIP
  if (isForeign) return COMMON_SLIP
  return /[kw]/.test(text) ? SLIP : Number.POSITIVE_INFINITY
}

// In a manual, a capital may begin the name of a product. A short word without accents may be a
// term (`semver`).
function mostInManual(text: string) {
  if (/^\p{Lu}/u.test(text)) return DOUBLED
  return text.length < LONG && PLAIN.test(text) ? SLIP - 1 : SLIP
}

// A long English word near a French word is a slip (`language`). A short one is near by chance
// (`lounge`).
function mostInEnglish(word: string): number {
  return word.length < LONG_ENGLISH ? COMMON_SLIP : SLIP
}

const GRAMMAR = wordSet(
  'pour dans avec sans sous sont font mais plus tout tous nous vous leur elle même très être cette aussi entre chez donc dont quand comme bien peut suis deux trois fois doit sera vers',
)
/** The cost of a common slip: wrong accent, doubled letter, swapped letters, similar sound. */
const COMMON_SLIP = 4
/** Lengths of words, in letters. */
const SHORT = 5
const SHORTEST = 3
const LONG = 10
const LONG_ENGLISH = 8
const PLAIN = /^[a-z]+$/i
/** A manual has at least `FEW` terms, and one in `APART` characters. */
const FEW = 3
const APART = 2000
const OFTEN = 3
