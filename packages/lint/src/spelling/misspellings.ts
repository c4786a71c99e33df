import type { Passage } from '@cahier/prose'
import { withAccents } from './bare-capitals.ts'
import type { Vocabulary } from './known-word.ts'
import { bareWord, hasWord, isEnglishVerb, isEnglishWord } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { partedWord } from './parted-word.ts'
import { DOUBLED, SLIP } from './slip-costs.ts'
import { suggestionsFor } from './suggestions.ts'
import { isInCapitals, type UnknownWord, unknownWords } from './unknown-words.ts'

/** A likely misspelt word, at its first place. */
export interface Misspelling {
  readonly passage: Passage
  readonly from: number
  readonly to: number
  readonly suggestions: readonly string[]
}

/**
 * The words of a text that are likely misspelt, each once. What may be a name, an acronym, a word
 * of the trade or of another language is left alone, unless a very common slip explains it; the
 * more so in a manual, whose words of the trade are many.
 */
export function misspellings(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  hasCode = false,
): readonly Misspelling[] {
  const unknown = unknownWords(passages, vocabulary)
  const times = new Map<string, number>()
  // A word and its plural are one word of the trade: « asso » and « assos ».
  for (const { text } of unknown) times.set(singular(text), (times.get(singular(text)) ?? 0) + 1)
  // A capital inside a sentence is a name, which may then begin one.
  const left = new Set(unknown.filter(({ isName }) => isName).map(({ text }) => text))
  const names = new Set([...left].map((text) => text.toLowerCase()))
  const isOld = isInOldSpelling(unknown, vocabulary)
  const isStretched = stretchedIn(unknown)
  const isManual = hasCode || isFullOfTerms(unknown, passages, vocabulary)
  return unknown.flatMap(({ text, passage, from, to, isForeign, isByEnglish }) => {
    if (left.has(text) || isStretched(text) || (isOld && OLD_ENDING.test(text))) return []
    left.add(text)
    const whole = partedWord(passage.text, from, to, vocabulary)
    if (whole !== null) {
      if (left.has(whole.meant)) return []
      left.add(whole.meant)
      return [{ passage, from: whole.from, to: whole.to, suggestions: [whole.meant] }]
    }
    if (isInCapitals(text))
      return [{ passage, from, to, suggestions: withAccents(text, vocabulary) }]
    const most = Math.min(
      mostCost(text, isForeign, times.get(singular(text)) ?? 0),
      isManual ? mostInManual(text) : Number.POSITIVE_INFINITY,
    )
    const suggestions = suggestionsFor(text, vocabulary, most)
    const [best] = suggestions
    const cost = best?.cost ?? Number.POSITIVE_INFINITY
    if (cost > most) return []
    // « Midori », run as `midori`; in a manual, any usual name too, « firefox ».
    if (cost > COMMON_SLIP && names.has(text)) return []
    if (isManual && best !== undefined && best.word !== text && best.word.toLowerCase() === text)
      return []
    const lacksAccents = best !== undefined && bareWord(best.word) === bareWord(text)
    const word = text.toLowerCase()
    // A short word may be anything, unless its accents alone are missing, or it is a word of
    // grammar but for a very common slip: « puor », « cete ».
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
    if (isManual && cost > COMMON_SLIP && isEnglishVerb(word)) return []
    return [{ passage, from, to, suggestions: suggestions.map(({ word }) => word) }]
  })
}

/**
 * Whether terms come back all along a text: English words that are no French ones without their
 * accents, and names that resemble nothing.
 */
function isFullOfTerms(
  unknown: readonly UnknownWord[],
  passages: readonly Passage[],
  { lexicon }: Vocabulary,
): boolean {
  const words = new Set(
    unknown.filter(({ isName }) => !isName).map(({ text }) => text.toLowerCase()),
  )
  const length = passages.reduce((sum, { text }) => sum + text.length, 0)
  const terms = [...words].filter((word) => {
    const near = PLAIN.test(word) ? nearWords(lexicon, word) : []
    return isEnglishWord(word)
      ? !near.some(({ word: found }) => bareWord(found) === bareWord(word))
      : PLAIN.test(word) && near.length === 0
  })
  return terms.length >= FEW && terms.length * APART >= length
}

/** Whether a text is quoted as it was written before 1835: « il avoit », « ils vouloient ». */
function isInOldSpelling(unknown: readonly UnknownWord[], { lexicon }: Vocabulary): boolean {
  const old = new Set(
    unknown
      .map(({ text }) => text)
      .filter(
        (text) => OLD_ENDING.test(text) && hasWord(lexicon, text.replace(OLD_ENDING, 'ai$1')),
      ),
  )
  return old.size >= FEW
}

// A cry or a noise, « crrrrr », and what a voice draws out all along a text: « des essspions », «
// naturellement sssilencieux ».
function stretchedIn(unknown: readonly UnknownWord[]): (text: string) => boolean {
  const hissed = new Set(unknown.map(({ text }) => text).filter((text) => DRAWN_OUT.test(text)))
  return (text) => STRETCHED.test(text) || (hissed.size >= FEW && hissed.has(text))
}

const OLD_ENDING = /oi(s|t|ent)$/
const STRETCHED = /(\p{L})\1{3}/u
const DRAWN_OUT = /(\p{L})\1{2}/u

function singular(text: string): string {
  return text.replace(/s$/, '')
}

// The more a word looks right as it is, the commoner the slip must be.
function mostCost(text: string, isForeign: boolean, times: number): number {
  if (text.length < SHORT || /^\p{Lu}/u.test(text) || times >= OFTEN) return COMMON_SLIP
  if (isForeign) return COMMON_SLIP
  return /[kw]/.test(text) ? SLIP : Number.POSITIVE_INFINITY
}

// A term that nothing is near to is no slip, and a short one without accents is near to something
// by chance: `semver`. A capital may be a product's.
function mostInManual(text: string): number {
  if (/^\p{Lu}/u.test(text)) return DOUBLED
  return text.length < LONG && PLAIN.test(text) ? SLIP - 1 : SLIP
}

// A long English word that is one slip away from a French one is what French made of it:
// `language`. A short one is near to it by chance: `lounge`.
function mostInEnglish(word: string): number {
  return word.length < COUSIN ? COMMON_SLIP : SLIP
}

/** Words that no text does without, and that are typed without a look. */
const GRAMMAR: ReadonlySet<string> = new Set(
  'pour dans avec sans sous sont font mais plus tout tous nous vous leur elle même très être cette aussi entre chez donc dont quand comme bien peut suis deux trois fois doit sera vers'.split(
    ' ',
  ),
)
/** One accent, one doubled letter, two letters swapped, a sound for another. */
const COMMON_SLIP = 4
const SHORT = 5
const SHORTEST = 3
const LONG = 10
const COUSIN = 8
const PLAIN = /^[a-z]+$/i
/**
 * A text with fewer terms than this is no manual; nor is one whose terms are further apart, in
 * characters, than that.
 */
const FEW = 3
const APART = 2000
/** A word that comes back so often is a word of the trade. */
const OFTEN = 3
