import { groupedBy } from '../grouped-by.ts'
import type { Hunk } from './hunk.ts'
import { isConflict, type Relation, relationOf } from './relation.ts'

/** Two amendments, by index, that change the same or neighbouring sentences. */
interface Collision {
  readonly a: number
  readonly b: number
  readonly relation: Relation
}

/** The collisions of amendments to one text. An amendment is a list of hunks (single edits). */
export function collisions(amendments: readonly (readonly Hunk[])[]): readonly Collision[] {
  const near = new Map<number, Set<number>>()
  for (const spans of spansByField(amendments).values()) {
    spans.forEach((span, index) => {
      for (let next = index + 1; next < spans.length; next++) {
        const other = spans[next] as Span
        if (other.from > span.to + 1) break
        if (other.owner === span.owner) continue
        const [a, b] = [Math.min(span.owner, other.owner), Math.max(span.owner, other.owner)]
        const known = near.get(a) ?? new Set()
        near.set(a, known.add(b))
      }
    })
  }
  return [...near]
    .flatMap(([a, others]) =>
      [...others].flatMap((b): readonly Collision[] => {
        const relation = relationOf(amendments[a] ?? [], amendments[b] ?? [])
        return relation === 'disjoint' ? [] : [{ a, b, relation }]
      }),
    )
    .sort((one, other) => one.a - other.a || one.b - other.b)
}

/**
 * The groups of amendments, by index, that conflict directly or through other amendments. `count`
 * is the number of amendments.
 */
export function conflictGroups(
  count: number,
  pairs: readonly Collision[],
): readonly (readonly number[])[] {
  const leaders = Array.from({ length: count }, (_, index) => index)
  const leaderOf = (index: number): number => {
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

/** The sentences that a hunk of the amendment `owner` changes. */
interface Span {
  readonly owner: number
  readonly from: number
  readonly to: number
}

function spansByField(
  amendments: readonly (readonly Hunk[])[],
): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>()
  amendments.forEach((hunks, owner) => {
    for (const { field, parts } of hunks) {
      const known = spans.get(field) ?? []
      spans.set(field, known)
      for (const { sentences } of parts) known.push({ owner, from: sentences[0], to: sentences[1] })
    }
  })
  for (const row of spans.values()) row.sort((a, b) => a.from - b.from)
  return spans
}
