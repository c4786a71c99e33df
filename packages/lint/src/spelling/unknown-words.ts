import { wordSet } from '@cahier/core'
import { countWhile, type Passage } from '@cahier/prose'
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

/** A word that is not admitted, with its place in a passage (paragraph, heading, cell or field). */
export interface UnknownWord extends Unknown {
  readonly passage: Passage
}

interface Unknown {
  readonly text: string
  /** Offset of the whole word; `from` and `to` are those of the unknown part. */
  readonly wordFrom: number
  readonly from: number
  readonly to: number
  /** Whether it has a capital that does not come from the start of a sentence. */
  readonly isName: boolean
  /** Probably foreign: beside an unknown or English word, in a compound or brackets. */
  readonly isForeign: boolean
  /** Whether an English term is beside it. */
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
    const isInItalics = ({ wordFrom }: Unknown) =>
      spanAt(italics, passage.starts[wordFrom] ?? -1) !== undefined
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
      parts.length === 0 ? undefined : (spanAt(forms, word.from) ?? spanAt(forms, word.to - 1))
    if (form !== undefined)
      return bothWords(form, lexicon) === null ? stemParts(form, word, partsOf) : []
    if (parts.length === 0 || !isOnlyWord(text, word)) return []
    return isInCapitals(word.text) && !isBesideCapitalsOrAlone(text, word.from, word.to)
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
      (word.text.length <= ABBREVIATED && GOES_ON.test(text.slice(word.to, word.to + 3))) ||
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
      CUT.test(text.slice(word.to, word.to + 3)) ||
      isInBrackets(text, word)
    const isByEnglish = isTerm(rank - 1) || isTerm(rank + 1)
    const isFirst = beginsSentence(text, word.from)
    return parts.map((part) => {
      const hasCapital = /^\p{Lu}/u.test(part.text) && !isInCapitals(part.text)
      const isName = hasCapital && (!isFirst || part.from > 0 || isInBrackets(text, word))
      return {
        text: part.text,
        wordFrom: word.from,
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
  const shift = form.from - word.from
  return partsOf(form.stem).map(({ text, from, to }) => ({
    text,
    from: from + shift,
    to: to + shift,
  }))
}

// The offsets of a part in the text; of the whole word when soft hyphens or decomposed accents
// shift them.
function placeOf(
  word: WrittenWord,
  part: WordPart,
): { readonly from: number; readonly to: number } {
  const isAsWritten = word.text.length === word.to - word.from
  return isAsWritten
    ? { from: word.from + part.from, to: word.from + part.to }
    : { from: word.from, to: word.to }
}

function isInBrackets(text: string, { from, to }: WrittenWord) {
  return text.charAt(from - 1) === '(' && text.charAt(to) === ')'
}

function isAloneOnLine(text: string, { from, to }: WrittenWord) {
  return (
    LINE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) &&
    LINE_AFTER.test(text.slice(to, to + 3))
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
function spanAt<Span extends { readonly from: number; readonly to: number }>(
  spans: readonly Span[],
  offset: number,
): Span | undefined {
  const found = spans[countWhile(spans, ({ to }) => to <= offset)]
  return found !== undefined && found.from <= offset ? found : undefined
}
