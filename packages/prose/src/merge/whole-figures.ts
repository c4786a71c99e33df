import type { Word } from '../diff/words-of.ts'
import { isSign } from './ends-in-sign.ts'
import { isInLetters, JOINS, MONTH, ONE, TENS } from './words-of-figures.ts'

/** A range of words. */
export type WordRange = readonly [start: number, end: number]

/** Words and signs that may stand between the two. */
const BETWEEN = 3

/**
 * What is written in several figures, and changed as a whole or not at all: an interval (`10 à 20`,
 * `cinq à dix`), an hour, a duration, a fraction, a date, a number with hyphens (`vingt-deux`), a
 * paragraph of an article (`5(2)(a)`); and an address of e-mail. In order. The number of an item is
 * no part of what it says.
 */
export function wholeFigures(words: readonly Word[]): readonly WordRange[] {
  const ranges: WordRange[] = []
  for (let at = 0; at < words.length; at++) {
    const end = isFigure(words[at]) && !isSign(words, at, at + 2) ? figuresEnd(words, at) : at
    // `mai 2024 à juin 2025` begins with its month.
    if (end > at + 1) ranges.push([MONTH.test(words[at - 1]?.text ?? '') ? at - 1 : at, end])
    else if (isMail(words, at)) ranges.push([gluedStart(words, at), gluedEnd(words, at)])
    at = Math.max(at, (ranges.at(-1)?.[1] ?? 0) - 1)
  }
  return ranges
}

function figuresEnd(words: readonly Word[], start: number): number {
  let end = start + 1
  for (let at = end; at <= end + BETWEEN && words[at]?.sentence === words[start]?.sentence; at++) {
    const { gap = '', text = '' } = words[at] ?? {}
    const isPart =
      isFigure(words[at]) ||
      isLastOne(words, at) ||
      (gap === '' && /^\p{L}$/u.test(text) && words[at - 1]?.text === '(')
    if (isPart) end = at + 1
    else if (/[\p{L}\p{N}|]/u.test(text) && !JOINS.test(text)) break
  }
  return end
}

function isFigure(word: Word | undefined): boolean {
  // Also `articles 3` and `March 3`, which are one word each.
  return word !== undefined && (/^\p{N}|\s.*\p{N}$/u.test(word.text) || isInLetters(word.text))
}

function isLastOne(words: readonly Word[], at: number): boolean {
  const [tens, sign] = [words[at - 2]?.text ?? '', words[at - 1]?.text ?? '']
  return (
    ONE.test(words[at]?.text ?? '') &&
    (words[at]?.gap === '' ? /^[-‑]$/.test(sign) : sign === 'et' && TENS.test(tens))
  )
}

function isMail(words: readonly Word[], at: number): boolean {
  return words[at]?.text === '@' && gluedStart(words, at) < at && gluedEnd(words, at) > at + 1
}

function gluedStart(words: readonly Word[], at: number): number {
  let start = at
  while (words[start]?.gap === '' && isInMail(words[start - 1])) start -= 1
  return start
}

function gluedEnd(words: readonly Word[], at: number): number {
  let end = at + 1
  while (words[end]?.gap === '' && isInMail(words[end])) end += 1
  return end
}

function isInMail(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{L}\p{N}._+-]/u.test(word.text)
}
