import type { Granularity } from './merge-piece.ts'
import { type SideChange, standTogether } from './side-change.ts'

/** Changes that are settled together, over one range of the base: a dispute when both sides have a hand in it. */
export interface ChangeGroup {
  readonly start: number
  readonly end: number
  readonly changes: readonly SideChange[]
  readonly disputed: boolean
}

/** Puts together the changes that cannot stand together, and all that lies between them. Groups rise and do not overlap. */
export function changeGroups(changes: readonly SideChange[], granularity: Granularity): readonly ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const change of changes) {
    let first = groups.length
    for (let index = groups.length - 1; index >= 0 && isNear(groups[index] as ChangeGroup, change); index--) {
      if (groups[index]?.changes.some((one) => clash(one, change, granularity))) first = index
    }
    const joined = groups.splice(first)
    const all = [...joined.flatMap((group) => group.changes), change]
    groups.push({
      start: Math.min(...all.map(({ oldStart }) => oldStart)),
      end: Math.max(...all.map(({ oldEnd }) => oldEnd)),
      changes: all,
      disputed: joined.length > 0,
    })
  }
  return groups
}

function clash(one: SideChange, other: SideChange, granularity: Granularity): boolean {
  if (one.by === other.by) return false
  if (one.by === 'both' || other.by === 'both') return one.oldEnd > other.oldStart && other.oldEnd > one.oldStart
  return !standTogether(one, other, granularity)
}

// Changes come in the order of the base, so that a group which ends two sentences before touches nothing that follows.
function isNear(group: ChangeGroup, change: SideChange): boolean {
  const last = group.changes.at(-1)
  const lastSentence = last?.sentences?.[1] ?? Infinity
  return group.end >= change.oldStart || lastSentence >= (change.sentences?.[0] ?? 0) - 1
}
