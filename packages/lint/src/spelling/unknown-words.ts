import { wordSet } from '@cahier/core'
import { countWhile, type Passage, type Span } from '@cahier/prose'
import { isBesideCapitalsOrAlone } from './bare-capitals.ts'
import { type AbbreviatedForm, abbreviatedForms, bothWords } from './inclusive-forms.ts'
import type { Vocabulary } from './known-word.ts'
import { isEnglishWord } from './lexicon.ts'
import { shortItalics } from './short-italics.ts'
import { unknownParts, type WordPart } from './unknown-parts.ts'
import {
  beginsSentence,
  isOnlyWord,
  isQuoted,
  type WrittenWord,
  writtenWords,
} from './written-words.ts'

/**
 * A word that the vocabulary lacks, with its place in a passage (paragraph, heading, cell or
 * field).
 */
export interface UnknownWord extends Unknown {
  readonly passage: Passage
}

interface Unknown extends Span {
  readonly text: string
  /** Offset of the word; `start` and `end` are those of the unknown part. */
  readonly wordStart: number
  /** Whether the word has a capital without beginning a sentence. */
  readonly isName: boolean
  /** Whether the words beside it, a hyphen or brackets suggest a foreign word. */
  readonly isForeign: boolean
  readonly isByEnglish: boolean
}

/**
 * The words in `passages` that `vocabulary` lacks, in order. Short italics, words between quotes
 * and lines of one word in small letters are left out: they may be foreign words or field names.
 */
export function unknownWords(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
): readonly UnknownWord[] {
  return passages.flatMap((passage) => {
    const unknown = unknownIn(passage.text, vocabulary)
    if (unknown.length === 0) return []
    const italics = shortItalics(passage)
    const isInItalics = ({ wordStart }: Unknown) =>
      spanAt(italics, passage.starts[wordStart] ?? -1) !== undefined
    return (italics.length === 0 ? unknown : unknown.filter((one) => !isInItalics(one))).map(
      (one) => ({ ...one, passage }),
    )
  })
}

/** Longer strings are checksums or keys. */
const LONGEST = 40

function unknownIn(text: string, vocabulary: Vocabulary): readonly Unknown[] {
  const { lexicon } = vocabulary
  const partsOf = (word: string) => (word.length > LONGEST ? [] : unknownParts(word, vocabulary))
  const words = writtenWords(text)
  const looked = words.map((word) => partsOf(word.text))
  if (looked.every((parts) => parts.length === 0)) return []
  const forms = abbreviatedForms(text)
  const unknown = words.map((word, rank) => {
    const parts = looked[rank] ?? []
    const form =
      parts.length === 0 ? undefined : (spanAt(forms, word.start) ?? spanAt(forms, word.end - 1))
    if (form !== undefined)
      return bothWords(form, lexicon) === null ? stemParts(form, word, partsOf) : []
    if (parts.length === 0 || !isOnlyWord(text, word)) return []
    return isInCapitals(word.text) && !isBesideCapitalsOrAlone(text, word.start, word.end)
      ? []
      : parts
  })
  const isEnglish = (rank: number) => ENGLISH.has(words[rank]?.text.toLowerCase() ?? '')
  const isUnknown = (rank: number) => (unknown[rank]?.length ?? 0) > 0
  const isStrange = (rank: number) => isUnknown(rank) || isEnglish(rank)
  const isTerm = (rank: number) =>
    isEnglish(rank) || (isUnknown(rank) && isEnglishWord(words[rank]?.text.toLowerCase() ?? ''))
  return words.flatMap((word, rank) => {
    const parts = unknown[rank] ?? []
    if (
      parts.length === 0 ||
      isEnglish(rank) ||
      (LABEL.test(word.text) && (words.length === 1 || isAloneOnLine(text, word))) ||
      (word.text.length <= ABBREVIATED && GOES_ON.test(text.slice(word.end, word.end + 3))) ||
      isQuoted(text, word) ||
      // A name without accents, such as the id `sante-etudiant`.
      (parts.length > 1 && word.text.includes('-')) ||
      (isInCapitals(word.text) && (isEnglish(rank - 1) || isEnglish(rank + 1)))
    )
      return []
    const isForeign =
      isStrange(rank - 1) ||
      isStrange(rank + 1) ||
      COMPOUND.test(word.text) ||
      CUT.test(text.slice(word.end, word.end + 3)) ||
      isInBrackets(text, word)
    const isByEnglish = isTerm(rank - 1) || isTerm(rank + 1)
    const isFirst = beginsSentence(text, word.start)
    return parts.map((part) => {
      const hasCapital = /^\p{Lu}/u.test(part.text) && !isInCapitals(part.text)
      const isName = hasCapital && (!isFirst || part.start > 0 || isInBrackets(text, word))
      return {
        text: part.text,
        wordStart: word.start,
        ...placeOf(word, part),
        isName,
        isForeign,
        isByEnglish,
      }
    })
  })
}

export function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text)
}

/** The unknown parts of the stem of an abbreviated form: `élu` in `élu·e·s`. */
function stemParts(
  form: AbbreviatedForm,
  word: WrittenWord,
  partsOf: (text: string) => readonly WordPart[],
): readonly WordPart[] {
  const shift = form.start - word.start
  return partsOf(form.stem).map(({ text, start, end }) => ({
    text,
    start: start + shift,
    end: end + shift,
  }))
}

// Soft hyphens and decomposed accents shift the offsets of a part, so the whole word is taken.
function placeOf(word: WrittenWord, part: WordPart): Span {
  const isAsWritten = word.text.length === word.end - word.start
  return isAsWritten
    ? { start: word.start + part.start, end: word.start + part.end }
    : { start: word.start, end: word.end }
}

function isInBrackets(text: string, { start, end }: WrittenWord) {
  return text.charAt(start - 1) === '(' && text.charAt(end) === ')'
}

function isAloneOnLine(text: string, { start, end }: WrittenWord) {
  return (
    LINE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
    LINE_AFTER.test(text.slice(end, end + 3))
  )
}

/** After a word broken off: « la contreba... » */
const CUT = /^(?:…|\.{3})/
/** A compound may be English, unless its first part is a French prefix. */
const COMPOUND = /^(?!(?:non|sous|demi|quasi|contre|avant|après|entre)-[^-/]+$).*[-/]/i
/** Longest abbreviation before a full stop inside a sentence: « 18 juill. 1988 ». */
const ABBREVIATED = 5
const GOES_ON = /^\.[ \u00A0][\p{Ll}\d\uFFFC]/u
const LABEL = /^[a-z]+$/
const LINE_BEFORE = /(?:^|\n)\s?$/
const LINE_AFTER = /^\s{0,2}(?:\n|$)/

const ENGLISH = wordSet(
  'the of and for with by to in is are this that from your my our it an at as be not no new',
)

/** The span that contains an offset, among sorted spans that do not overlap. */
function spanAt<Found extends Span>(spans: readonly Found[], offset: number): Found | undefined {
  const found = spans[countWhile(spans, ({ end }) => end <= offset)]
  return found !== undefined && found.start <= offset ? found : undefined
}
