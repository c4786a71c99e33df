import type { Hunk } from '../diff/hunk.ts'
import type { Word } from '../diff/word.ts'

/** The words of the longest sign: a number, and what closes it. */
const LONGEST = 2

/**
 * Whether a change ends where it gives an item another sign or another number, puts one in or takes it away: what the item says is not
 * touched.
 */
export function endsInSign({ oldStart, oldEnd, newStart, newEnd }: Hunk, base: readonly Word[], side: readonly Word[]): boolean {
  const [inBase, inSide] = [signBefore(base, oldStart, oldEnd), signBefore(side, newStart, newEnd)]
  return inBase !== null && inSide !== null && inBase + inSide > 0
}

/** How many words at the end of a range are the sign or the number of an item that says something; 0 where one could be, else `null`. */
function signBefore(words: readonly Word[], start: number, end: number): number | null {
  if (words[end]?.text === '') return null
  for (let length = 0; length <= Math.min(LONGEST, end - start); length++) if (isSign(words, end - length, end)) return length
  return null
}

/** Whether a range of words is the sign or the number of an item that says something, or none stands where one could. */
export function isSign(words: readonly Word[], start: number, end: number): boolean {
  const [before, first, next] = [words[start - 1], words[start], words[end]]
  if (before?.block === first?.block || first?.block !== next?.block) return false
  const written = words.slice(start, end).map(({ text }) => text)
  if (written.length === 1 && /^\d{1,9}$/.test(written[0] ?? '')) return next?.gap === '' && /^[.)]$/.test(next.text)
  return written.length === 0 || (/^(?:[-*+]|\d{1,9}[.)])$/.test(written.join('')) && next?.gap !== '')
}
