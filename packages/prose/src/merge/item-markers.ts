import type { DiffHunk } from '../diff/common-subsequence.ts'
import type { Word } from '../diff/words-of.ts'

/** The number of words in the longest marker of an item or heading: `#`, a number, a stop. */
const LONGEST_MARKER = 3
const HEADING = /^#{1,6}$/

/**
 * True when a change ends with the marker of a list item or heading, and keeps the text after it.
 */
export function endsInMarker(
  { oldStart, oldEnd, newStart, newEnd }: DiffHunk,
  base: readonly Word[],
  side: readonly Word[],
): boolean {
  const [inBase, inSide] = [
    markerBefore(base, oldStart, oldEnd),
    markerBefore(side, newStart, newEnd),
  ]
  return inBase !== null && inSide !== null && inBase + inSide > 0
}

/**
 * The number of words in the marker that ends a range. The number is 0 when no marker ends the
 * range and a block begins right after it. In every other case, it is `null`.
 */
function markerBefore(words: readonly Word[], start: number, end: number): number | null {
  if (words[end]?.text === '') return null
  for (let length = Math.min(LONGEST_MARKER, end - start); length >= 0; length--)
    if (isMarker(words, end - length, end)) return length
  return null
}

/**
 * True when a range of words is the marker of an item or heading. An empty range at the start of a
 * block counts too.
 */
export function isMarker(words: readonly Word[], start: number, end: number): boolean {
  const [first, next] = [words[start], words[end]]
  if (first?.block !== next?.block || !isFirstOfBlock(words, start)) return false
  const written = words.slice(start, end).map(({ text }) => text)
  if (written.length === 1 && /^\d{1,9}$/.test(written[0] ?? ''))
    return next?.gap === '' && /^[.)]$/.test(next.text)
  return (
    written.length === 0 ||
    (/^(?:[-*+]|(?:#{1,6})?(?:\d{1,9}[.)])?)$/.test(written.join('')) && next?.gap !== '')
  )
}

function isFirstOfBlock(words: readonly Word[], at: number) {
  const isFirst = (index: number) => words[index - 1]?.block !== words[index]?.block
  return isFirst(at) || (HEADING.test(words[at - 1]?.text ?? '') && isFirst(at - 1))
}
