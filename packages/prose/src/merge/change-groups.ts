import { countWhile } from '../bisect.ts'
import type { DiffHunk } from '../diff/common-subsequence.ts'
import type { Granularity } from './merge-piece.ts'
import { canBothApply, type SideChange, shareSentence } from './side-change.ts'

/** Changes in one range of the base, merged together. `disputed` when they conflict. */
export interface ChangeGroup {
  readonly start: number
  readonly end: number
  readonly changes: readonly SideChange[]
  readonly disputed: boolean
}

/** Groups the changes that conflict, with all changes between them. */
export function changeGroups(
  changes: readonly SideChange[],
  granularity: Granularity,
): readonly ChangeGroup[] {
  const groups: Draft[] = []
  // For each side, the rising indices of the groups with a change of that side.
  const indices = { ours: [] as number[], theirs: [] as number[], both: [] as number[] }
  for (const change of changes) {
    const first = Math.min(
      groups.length,
      ...(['ours', 'theirs', 'both'] as const)
        .filter((by) => by !== change.by)
        .map((by) => firstClash(groups, indices[by], change, granularity)),
    )
    const [group = emptyGroup(change, groups.at(-1)), ...rest] = groups.splice(first)
    const disputed = group.changes.length > 0
    for (const other of rest) join(group, other.changes)
    join(group, [change])
    groups.push({ ...group, disputed: disputed || group.disputed })
    for (const by of ['ours', 'theirs', 'both'] as const) {
      const places = indices[by]
      let here = by === change.by
      while ((places.at(-1) ?? -1) >= first) here = places.pop() !== undefined
      if (here) places.push(first)
    }
  }
  return groups
}

interface Draft {
  start: number
  end: number
  readonly changes: SideChange[]
  lastSentence: number
  /**
   * Some words, such as a date, change only as a whole (`SideChange.whole`). This is the greatest
   * end of such words that a change of this group or an earlier group touches.
   */
  reach: number
  readonly disputed: boolean
}

function emptyGroup({ oldStart, oldEnd }: SideChange, before: Draft | undefined) {
  return {
    start: oldStart,
    end: oldEnd,
    changes: [],
    lastSentence: before?.lastSentence ?? -1,
    reach: before?.reach ?? -1,
    disputed: false,
  }
}

function firstClash(
  groups: readonly Draft[],
  places: readonly number[],
  change: SideChange,
  granularity: Granularity,
) {
  let first = Infinity
  for (let at = places.length - 1; at >= 0; at--) {
    const group = groups[places[at] as number] as Draft
    const isNear =
      Math.max(group.end, group.reach) >= change.oldStart ||
      (granularity === 'sentence' && group.lastSentence >= (change.sentences?.[0] ?? Infinity))
    if (!isNear) break
    if (group.changes.findLast((one) => clash(one, change, granularity)) !== undefined)
      first = places[at] as number
  }
  return first
}

function join(group: Draft, changes: readonly SideChange[]) {
  for (const change of changes) {
    group.changes.push(change)
    group.start = Math.min(group.start, change.oldStart)
    group.end = Math.max(group.end, change.oldEnd)
    group.reach = Math.max(group.reach, change.whole?.[1] ?? -1)
    group.lastSentence = Math.max(group.lastSentence, change.sentences?.[1] ?? -1)
  }
}

function clash(one: SideChange, other: SideChange, granularity: Granularity) {
  if (one.by === other.by) return false
  if (one.by === 'both' || other.by === 'both')
    return (
      (one.oldEnd > other.oldStart && other.oldEnd > one.oldStart) ||
      (granularity === 'sentence' && shareSentence(one, other))
    )
  return !canBothApply(one, other, granularity)
}

export type PlaceIn = (baseIndex: number) => number

/** Returns a function that turns the base index of an unchanged word into its index in a side. */
export function placesIn(hunks: readonly DiffHunk[]): PlaceIn {
  return (index) => {
    const before = hunks[firstEnding(hunks, index + 1) - 1]
    return before === undefined ? index : index - before.oldEnd + before.newEnd
  }
}

/** The range of a group in one side, with the words added at its edges by changes of the group. */
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

function firstEnding(hunks: readonly DiffHunk[], place: number) {
  return countWhile(hunks, ({ oldEnd }) => oldEnd < place)
}
