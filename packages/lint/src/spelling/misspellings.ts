import type { Passage } from '@cahier/prose'
import { accentedCapitals } from './bare-capitals.ts'
import { bareWord } from './bare-word.ts'
import type { Vocabulary } from './known-word.ts'
import { SLIP } from './slip-costs.ts'
import { suggestionsFor } from './suggestions.ts'
import { isInCapitals, unknownWords } from './unknown-words.ts'

/** A word that is likely misspelt, where it first stands. */
export interface Misspelling {
  readonly passage: Passage
  readonly from: number
  readonly to: number
  readonly suggestions: readonly string[]
}

/**
 * The words of a text that are likely misspelt, each once. What may be a name, an acronym, a word of the trade or of another language is
 * left alone, unless a very common slip explains it; the more so in a manual, whose words of the trade are many.
 */
export function misspellings(passages: readonly Passage[], vocabulary: Vocabulary, isManual = false): readonly Misspelling[] {
  const unknown = unknownWords(passages, vocabulary)
  const times = new Map<string, number>()
  for (const { text } of unknown) times.set(text, (times.get(text) ?? 0) + 1)
  // A capital inside a sentence is a name, which may then begin one.
  const left = new Set(unknown.filter(({ isName }) => isName).map(({ text }) => text))
  return unknown.flatMap(({ text, passage, from, to, isForeign }) => {
    if (left.has(text)) return []
    left.add(text)
    if (isInCapitals(text)) return [{ passage, from, to, suggestions: accentedCapitals(text, vocabulary) }]
    const most = Math.min(mostCost(text, isForeign, times.get(text) ?? 0), isManual ? mostInManual(text) : Number.POSITIVE_INFINITY)
    const suggestions = suggestionsFor(text, vocabulary, most)
    const [best] = suggestions
    if ((best?.cost ?? Number.POSITIVE_INFINITY) > most) return []
    // A short word may be anything, unless its accents alone are missing.
    if (text.length < SHORT && (best === undefined || bareWord(best.word) !== bareWord(text))) return []
    return [{ passage, from, to, suggestions: suggestions.map(({ word }) => word) }]
  })
}

// The more a word looks right as it is, the commoner the slip must be.
function mostCost(text: string, isForeign: boolean, times: number): number {
  if (text.length < SHORT || /^\p{Lu}/u.test(text) || times >= OFTEN) return COMMON_SLIP
  if (isForeign) return COMMON_SLIP
  return /[kw]/.test(text) ? SLIP : Number.POSITIVE_INFINITY
}

// A term that nothing is near to is no slip, and a short one is near to something by chance: `padding`, `slots`. It comes from English, without accents.
function mostInManual(text: string): number {
  return text.length < LONG && /^[a-z]+$/i.test(text) ? COMMON_SLIP : SLIP
}

/** One accent, one doubled letter, two letters swapped, a sound for another. */
const COMMON_SLIP = 4
const SHORT = 5
const LONG = 10
/** A word that comes back so often is a word of the trade. */
const OFTEN = 3
