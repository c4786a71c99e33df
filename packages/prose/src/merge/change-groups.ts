import type { Granularity } from './merge-piece.ts'
import { type SideChange, shareSentence, standTogether } from './side-change.ts'

/**
 * Changes that are settled together, over one range of the base: a dispute when both sides have a
 * hand in it.
 */
export interface ChangeGroup {
  readonly start: number
  readonly end: number
  readonly changes: readonly SideChange[]
  readonly disputed: boolean
}

/**
 * Puts together the changes that cannot stand together, and all that lies between them. Groups rise
 * and do not overlap. Changes come in the order of the base; time is near linear, since a group is
 * only looked at again while a change may still touch it.
 */
export function changeGroups(
  changes: readonly SideChange[],
  granularity: Granularity,
): readonly ChangeGroup[] {
  const groups: Draft[] = []
  // Where in `groups` each side has a hand, rising.
  const hands = { ours: [] as number[], theirs: [] as number[], both: [] as number[] }
  for (const change of changes) {
    const first = Math.min(
      groups.length,
      ...(['ours', 'theirs', 'both'] as const)
        .filter((by) => by !== change.by)
        .map((by) => firstClash(groups, hands[by], change, granularity)),
    )
    const [group = emptyGroup(change, groups.at(-1)), ...rest] = groups.splice(first)
    const disputed = group.changes.length > 0
    for (const other of rest) join(group, other.changes)
    join(group, [change])
    groups.push({ ...group, disputed: disputed || group.disputed })
    for (const by of ['ours', 'theirs', 'both'] as const) {
      const places = hands[by]
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
  /** The last sentence that this group or one before it touches. */
  lastSentence: number
  /** The end of what this group or one before it changes a part of. */
  reach: number
  readonly disputed: boolean
}

function emptyGroup({ oldStart, oldEnd }: SideChange, before: Draft | undefined): Draft {
  return {
    start: oldStart,
    end: oldEnd,
    changes: [],
    lastSentence: before?.lastSentence ?? -1,
    reach: before?.reach ?? -1,
    disputed: false,
  }
}

/** The first group that a side has a hand in and that a change clashes with, or infinity. */
function firstClash(
  groups: readonly Draft[],
  places: readonly number[],
  change: SideChange,
  granularity: Granularity,
): number {
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

function join(group: Draft, changes: readonly SideChange[]): void {
  for (const change of changes) {
    group.changes.push(change)
    group.start = Math.min(group.start, change.oldStart)
    group.end = Math.max(group.end, change.oldEnd)
    group.reach = Math.max(group.reach, change.whole?.[1] ?? -1)
    group.lastSentence = Math.max(group.lastSentence, change.sentences?.[1] ?? -1)
  }
}

function clash(one: SideChange, other: SideChange, granularity: Granularity): boolean {
  if (one.by === other.by) return false
  if (one.by === 'both' || other.by === 'both')
    return (
      (one.oldEnd > other.oldStart && other.oldEnd > one.oldStart) ||
      (granularity === 'sentence' && shareSentence(one, other))
    )
  return !standTogether(one, other, granularity)
}
