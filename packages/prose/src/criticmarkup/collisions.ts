import { groupedBy } from '../grouped-by.ts'
import type { Hunk } from './hunk.ts'
import { nearHunks } from './near-hunks.ts'
import { isConflict, type Relation, relationOf } from './relation.ts'

/** Two amendments, by index, that change the same or neighbouring sentences. */
interface Collision {
  readonly a: number
  readonly b: number
  readonly relation: Relation
}

/** The collisions of amendments to one text. An amendment is a list of hunks (single edits). */
export function collisions(amendments: readonly (readonly Hunk[])[]): readonly Collision[] {
  const owned = amendments.flatMap((hunks, owner) => hunks.map((hunk) => ({ hunk, owner })))
  const owners = groupedBy(owned, ({ hunk }) => hunk)
  const near = nearHunks([...owners.keys()])
  return amendments.flatMap((hunks, a) => {
    const later = new Set(
      hunks.flatMap(near).flatMap((hunk) => (owners.get(hunk) ?? []).map(({ owner }) => owner)),
    )
    return [...later]
      .filter((b) => b > a)
      .sort((one, other) => one - other)
      .flatMap((b) => {
        const relation = relationOf(hunks, amendments[b] ?? [])
        return relation === 'disjoint' ? [] : [{ a, b, relation }]
      })
  })
}

/** The groups of amendments, by index, that conflict directly or through other amendments. */
export function conflictGroups(
  count: number,
  pairs: readonly Collision[],
): readonly (readonly number[])[] {
  const leaders = Array.from({ length: count }, (_, index) => index)
  const leaderOf = (index: number) => {
    let leader = index
    while (leaders[leader] !== leader) {
      leaders[leader] = leaders[leaders[leader] as number] as number
      leader = leaders[leader] as number
    }
    return leader
  }
  for (const { a, b, relation } of pairs) {
    if (!isConflict(relation)) continue
    const [one, other] = [leaderOf(a), leaderOf(b)]
    leaders[Math.max(one, other)] = Math.min(one, other)
  }
  const groups = groupedBy(leaders.keys(), leaderOf)
  return [...groups.values()].filter(({ length }) => length > 1)
}
