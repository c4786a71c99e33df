import { type Passage, SIGN_KINDS, unitsOf } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports a word written twice in a row, across emphasis and line ends (after the rule of
 * LanguageTool).
 */
export const repeatedWord: Rule = {
  id: 'style/repeated-word',
  severity: 'warning',
  messages: {
    twice: {
      fr: '« {word} » est écrit deux fois de suite : un de trop ?',
      en: '“{word}” is written twice in a row: one too many?',
    },
    insisting: {
      fr: '« {word} » est redoublé : c’est une insistance de l’oral, un mot plus précis dirait mieux',
      en: '“{word}” is doubled: people insist so when they speak; a more exact word would say it better',
    },
  },
  among: SIGN_KINDS.space | SIGN_KINDS.control,
  passage(passage, { settings, remark }) {
    const doubled = doubledWords(passage.text)
    if (doubled.length === 0) return
    const admitted = ADMITTED[settings.language.slice(0, 2).toLowerCase()] ?? NONE
    for (const { word, from, to } of doubled) {
      // A capital inside a sentence makes a name: `L’Est est`, `Bora Bora`.
      const first = passage.text.charAt(from)
      if (
        /\p{Lu}/u.test(word) ||
        (first !== word.charAt(0) && !BEGINS.test(passage.text.slice(Math.max(0, from - 4), from)))
      )
        continue
      const key = word.replace(/’/g, "'")
      if (AFTER_ELISION.has(key) && /l['’]$/i.test(passage.text.slice(Math.max(0, from - 2), from)))
        continue
      if (
        admitted.has(key) ||
        (key === 'en' && /^\s+\p{L}+ant(?!\p{L})/u.test(passage.text.slice(to, to + 40)))
      )
        continue
      // « Un fichier *fichier* »: the second is the word to type.
      if (
        word.length >= WORTH_A_NAME &&
        !passage.gaps.has(from) &&
        passage.gaps.has(to - word.length) &&
        isMarked(passage, to)
      )
        continue
      if (INSISTING.has(key)) remark(passage, from, to, 'insisting', { word })
      else remark(passage, from, to, 'twice', { word })
    }
  },
}

function isMarked({ gaps, text }: Passage, end: number): boolean {
  return gaps.has(end) || end === text.length
}

const WORTH_A_NAME = 5
const BEGINS = /(?:^|[.!?…:«“"]\s*)$/u

const NONE: ReadonlySet<string> = new Set()
const ADMITTED: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'nous vous faire reste for si non oui bah ben bon bravo stop pff boum clac pan tic tac dring miam youpi zut ha hé ah oh ho hi ta pom toc chut bla cha cui coin gna na ouah yeah holà là eh hep hop hmm ouais allô allez allons tiens aïe ouf euh hum hein'.split(
      ' ',
    ),
  ),
  en: new Set('for that had is her you do no yes so ha bye'.split(' ')),
}
/**
 * Words right after an elided one: « Celui qui l’a a raison », « l’est est sec », « l’un un chat,
 * l’autre un chien ».
 */
const AFTER_ELISION: ReadonlySet<string> = new Set(
  'a ont est était avait avaient aura auront un une été'.split(' '),
)
const INSISTING: ReadonlySet<string> = new Set(
  'très trop bien plus tout vite fort loin longtemps beaucoup jamais toujours grand petit very really much'.split(
    ' ',
  ),
)

interface DoubledWord {
  /** As written the second time. */
  readonly word: string
  readonly from: number
  readonly to: number
}

/**
 * The words written twice in a row, ignoring blanks, capitals and an elision: « lorsqu’un un ».
 * File names and words with a hyphen are skipped. Two words, « le vote le vote », count only when
 * the first is a grammar word.
 */
function doubledWords(text: string): readonly DoubledWord[] {
  const found: DoubledWord[] = []
  const units = unitsOf(text)
  const { length } = text
  // No expression or slice until two words begin alike: this runs on every word.
  let before = -1
  let beforeEnd = -1
  let third = -1
  let thirdEnd = -1
  let fourth = -1
  for (let at = 0; at < length; ) {
    while (at < length && isBlank(units[at] as number)) at++
    const start = at
    while (at < length && !isBlank(units[at] as number)) at++
    look(before, beforeEnd, start, at)
    if (beforeEnd - before > 3) look(afterElision(units, before, beforeEnd), beforeEnd, start, at)
    // Three words precede, and the second of the pair has four letters.
    if (
      fourth >= 0 &&
      thirdEnd - third > 3 &&
      units[third] === units[start] &&
      units[third + 1] === units[start + 1] &&
      isAlike(units, third, thirdEnd, start, at)
    )
      lookAtTwo(fourth, before, at)
    fourth = third
    third = before
    thirdEnd = beforeEnd
    before = start
    beforeEnd = at
  }
  return found

  function lookAtTwo(from: number, again: number, end: number): void {
    if (!mayBeginAlike(units[from] as number, units[again] as number)) return
    const [written = '', first = '', word = ''] = TWO.exec(text.slice(from, end)) ?? []
    if (FIRST_OF_TWO.has(first.toLowerCase()))
      found.push({ word: `${first} ${word}`.toLowerCase(), from, to: from + written.length })
  }

  function look(first: number, firstEnd: number, start: number, end: number): void {
    if (
      first < 0 ||
      !mayBeginAlike(units[first] as number, units[start] as number) ||
      !isAlike(units, first, firstEnd, start, end)
    )
      return
    const word = OPENING.exec(text.slice(first, firstEnd))?.[1] ?? ''
    const second = WORD.exec(text.slice(start, end))?.[0] ?? ''
    if (word !== '' && second.toLowerCase() === word.toLowerCase())
      found.push({ word: second, from: firstEnd - word.length, to: start + second.length })
  }
}

// The offset after l’, qu’, jusqu’, lorsqu’ or puisqu’; -1 without elision.
function afterElision(units: Uint16Array, from: number, to: number): number {
  if (isApostrophe(units[from + 1] as number)) return from + 2
  if (isApostrophe(units[from + 2] as number)) return from + 3
  if (to - from > 7 && isApostrophe(units[from + 6] as number)) return from + 7
  return to - from > 6 && isApostrophe(units[from + 5] as number) ? from + 6 : -1
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x202f
}

// A quick test on first letters; true outside ASCII and Latin-1, where it cannot know.
function mayBeginAlike(first: number, second: number): boolean {
  const isTold = ((first >= 65 && first <= 90) || (first >= 97 && first <= 122)) && second < 0x100
  return !isTold || (first | 32) === (second | 32)
}

// Whether the second word may begin with the first, after opening signs.
function isAlike(
  units: Uint16Array,
  before: number,
  beforeEnd: number,
  start: number,
  end: number,
): boolean {
  let from = before
  while (from < beforeEnd && OPENS.has(units[from] as number)) from++
  const size = beforeEnd - from
  if (size === 0 || size > end - start || !mayBeLetter(units[from] as number)) return false
  for (let at = 0; at < size; at++) {
    const first = units[from + at] as number
    const second = units[start + at] as number
    // In ASCII and Latin-1, a capital differs from its small letter by one bit.
    if (first !== second && (first | 32) !== (second | 32) && first < 0x100 && second < 0x100)
      return false
  }
  return true
}

function mayBeLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xaa
}

const SIGNS = '«“„"(‹[—–\uFFFC'
const OPENS: ReadonlySet<number> = new Set(Array.from(SIGNS, (sign) => sign.charCodeAt(0)))
const OPENING = /^[«“„"(‹[—–\uFFFC]*(\p{L}[\p{L}\p{M}'’]*)$/u
const TWO = /^(\p{L}+)\s(\p{L}{4,})\s\1\s\2(?![\p{L}\p{M}\p{N}_'’‑@/-]|\.\p{L})/iu
/**
 * After another word, a refrain may be meant: « tous ensemble tous ensemble », “year after year
 * after year”.
 */
const FIRST_OF_TWO: ReadonlySet<string> = new Set(
  'de du des le la les un une en dans pour par sur au aux ce cette ces qui que the a an of in to for this these'.split(
    ' ',
  ),
)
const WORD = /^\p{L}[\p{L}\p{M}'’]*(?![\p{L}\p{M}\p{N}_'’‑@/-]|\.\p{L})/u
