import type { Hunk } from '../diff/hunk.ts'
import type { Word } from '../diff/word.ts'

/**
 * The changes of a side, where the end of a block was changed and whole blocks were put in after it: two changes, that of the end and that of
 * the blocks, when these say nothing that stood there. The same for a beginning, and what was put in before it.
 */
export function withBlocksApart(hunks: readonly Hunk[], base: readonly Word[], side: readonly Word[]): readonly Hunk[] {
  return hunks.flatMap((hunk) => endApart(hunk, base, side) ?? beginningApart(hunk, base, side) ?? [hunk])
}

function endApart({ oldStart, oldEnd, newStart, newEnd }: Hunk, base: readonly Word[], side: readonly Word[]): readonly Hunk[] | null {
  if (!isInside(base, oldStart) || isInside(base, oldEnd) || isInside(side, newEnd)) return null
  let cut = newStart
  while (cut < newEnd && isInside(side, cut)) cut += 1
  if (cut >= newEnd || sayAlike(base.slice(oldStart, oldEnd), side.slice(cut, newEnd))) return null
  return [
    { oldStart, oldEnd, newStart, newEnd: cut },
    { oldStart: oldEnd, oldEnd, newStart: cut, newEnd },
  ]
}

function beginningApart(
  { oldStart, oldEnd, newStart, newEnd }: Hunk,
  base: readonly Word[],
  side: readonly Word[],
): readonly Hunk[] | null {
  if (isInside(base, oldStart) || !isInside(base, oldEnd) || isInside(side, newStart)) return null
  let cut = newEnd
  while (cut > newStart && isInside(side, cut)) cut -= 1
  if (cut <= newStart || sayAlike(base.slice(oldStart, oldEnd), side.slice(newStart, cut))) return null
  return [
    { oldStart, oldEnd: oldStart, newStart, newEnd: cut },
    { oldStart, oldEnd, newStart: cut, newEnd },
  ]
}

/** Whether a word goes on in the block of the one before. */
function isInside(words: readonly Word[], index: number): boolean {
  return words[index - 1]?.block === words[index]?.block
}

function sayAlike(some: readonly Word[], others: readonly Word[]): boolean {
  const said = new Set(some.map(({ key }) => key))
  return some[0]?.block !== some.at(-1)?.block || others.some(({ key, spoken }) => spoken && said.has(key))
}
