import type { DiffHunk } from '../diff/common-run.ts'
import type { Word } from '../diff/words-of.ts'

/** The words of the longest sign: that of a heading, a number, and what closes it. */
const LONGEST = 3
const HEADING = /^#{1,6}$/

/**
 * Whether a change ends where it gives an item or a heading another sign or another number, puts
 * one in or takes it away: what the item or the heading says is not touched.
 */
export function endsInSign(
  { oldStart, oldEnd, newStart, newEnd }: DiffHunk,
  base: readonly Word[],
  side: readonly Word[],
): boolean {
  const [inBase, inSide] = [signBefore(base, oldStart, oldEnd), signBefore(side, newStart, newEnd)]
  return inBase !== null && inSide !== null && inBase + inSide > 0
}

/**
 * How many words at the end of a range are the sign or the number of an item that says something; 0
 * where one could be, else `null`.
 */
function signBefore(words: readonly Word[], start: number, end: number): number | null {
  if (words[end]?.text === '') return null
  for (let length = Math.min(LONGEST, end - start); length >= 0; length--)
    if (isSign(words, end - length, end)) return length
  return null
}

/**
 * Whether a range of words is the sign or the number of an item or of a heading that says
 * something, or none stands where one could.
 */
export function isSign(words: readonly Word[], start: number, end: number): boolean {
  const [first, next] = [words[start], words[end]]
  if (first?.block !== next?.block || !beginsBlock(words, start)) return false
  const written = words.slice(start, end).map(({ text }) => text)
  if (written.length === 1 && /^\d{1,9}$/.test(written[0] ?? ''))
    return next?.gap === '' && /^[.)]$/.test(next.text)
  return (
    written.length === 0 ||
    (/^(?:[-*+]|(?:#{1,6})?(?:\d{1,9}[.)])?)$/.test(written.join('')) && next?.gap !== '')
  )
}

/** Whether a block begins with a word, or does after the sign of a heading. */
function beginsBlock(words: readonly Word[], at: number): boolean {
  const isFirst = (index: number) => words[index - 1]?.block !== words[index]?.block
  return isFirst(at) || (HEADING.test(words[at - 1]?.text ?? '') && isFirst(at - 1))
}
