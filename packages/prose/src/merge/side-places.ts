import { countWhile } from '../by-halves.ts'
import type { DiffHunk } from '../diff/common-run.ts'
import type { ChangeGroup } from './change-groups.ts'

/** The place in a side of a word of the base, which that side kept. */
export type PlaceIn = (baseIndex: number) => number

/** Tells, from the changes of a side, where a word of the base that it kept stands there. */
export function placesIn(hunks: readonly DiffHunk[]): PlaceIn {
  return (index) => {
    const before = hunks[firstEnding(hunks, index + 1) - 1]
    return before === undefined ? index : index - before.oldEnd + before.newEnd
  }
}

/**
 * The range of a group in one side: what the side adds at its edges is in it only when the group
 * says so.
 */
export function rangeIn(
  { start, end, changes }: ChangeGroup,
  hunks: readonly DiffHunk[],
  side: 'ours' | 'theirs',
): readonly [start: number, end: number] {
  const first = firstEnding(hunks, start)
  const last = hunks[first - 1]
  let before = last === undefined ? 0 : last.newEnd - last.oldEnd
  let within = 0
  const owned = new Set(
    changes.flatMap(({ by, oldStart, oldEnd }) =>
      by === side || by === 'both' ? [`${oldStart} ${oldEnd}`] : [],
    ),
  )
  for (let at = first; at < hunks.length; at++) {
    const hunk = hunks[at] as DiffHunk
    if (hunk.oldStart > end) break
    const growth = hunk.newEnd - hunk.newStart - (hunk.oldEnd - hunk.oldStart)
    if (owned.has(`${hunk.oldStart} ${hunk.oldEnd}`)) within += growth
    else if (hunk.oldEnd <= start) before += growth
  }
  return [start + before, end + before + within]
}

/** The first hunk that ends at a place of the base or after it. */
function firstEnding(hunks: readonly DiffHunk[], place: number): number {
  return countWhile(hunks, ({ oldEnd }) => oldEnd < place)
}
