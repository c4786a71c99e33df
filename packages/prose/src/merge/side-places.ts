import type { Hunk } from '../diff/hunk.ts'
import type { ChangeGroup } from './change-groups.ts'

/** The place in a side of a word of the base, which that side kept. */
export type PlaceIn = (baseIndex: number) => number

/** Tells, from the changes of a side, where a word of the base that it kept stands there. */
export function placesIn(hunks: readonly Hunk[]): PlaceIn {
  return (index) => {
    let low = 0
    let high = hunks.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((hunks[mid] as Hunk).oldEnd <= index) low = mid + 1
      else high = mid
    }
    const before = hunks[low - 1]
    return before === undefined ? index : index - before.oldEnd + before.newEnd
  }
}

/** The range of a group in one side: what the side adds at its edges is in it only when the group says so. */
export function rangeIn(
  { start, end, changes }: ChangeGroup,
  hunks: readonly Hunk[],
  side: 'ours' | 'theirs',
): readonly [start: number, end: number] {
  let before = 0
  let within = 0
  for (const hunk of hunks) {
    if (hunk.oldStart > end) break
    const growth = hunk.newEnd - hunk.newStart - (hunk.oldEnd - hunk.oldStart)
    const far = hunk.oldEnd < start
    const own =
      !far &&
      changes.some(({ by, oldStart, oldEnd }) => (by === side || by === 'both') && oldStart === hunk.oldStart && oldEnd === hunk.oldEnd)
    if (own) within += growth
    else if (hunk.oldEnd <= start) before += growth
  }
  return [start + before, end + before + within]
}
