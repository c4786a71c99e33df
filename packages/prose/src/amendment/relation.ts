import type { Hunk } from './hunk.ts'
import { nearHunks } from './near-hunks.ts'
import { relationOfParts } from './relation-of-parts.ts'

/**
 * How two amendments stand to each other, from the freest to the one most in need of talk; from
 * `same-point` on, they are decided together.
 */
const RELATIONS = [
  'disjoint',
  'adjacent',
  'same-sentence',
  'identical',
  'same-point',
  'contained',
  'overlapping',
  'move-edit',
  'delete-edit',
] as const

export type Relation = (typeof RELATIONS)[number]

/** Whether what stands so cannot be merged as it is. */
export function isConflict(relation: Relation): boolean {
  return RELATIONS.indexOf(relation) >= RELATIONS.indexOf('same-point')
}

/** Up to so many hunks, comparing each with each is faster than sorting them first. */
const FEW = 8

/**
 * How two amendments to one text relate, given their hunks in its coordinates. Symmetric: the
 * strongest relation of any two hunks. They are identical when each wishes all that the other does;
 * a hunk that both have stands well with the rest of each.
 */
export function relationOf(one: readonly Hunk[], other: readonly Hunk[]): Relation {
  const names = new Set(one.map(wishOf))
  const shared = new Set(other.map(wishOf).filter((name) => names.has(name)))
  const isSame = [...one, ...other].every((hunk) => shared.has(wishOf(hunk)))
  const rest = other.filter((hunk) => !shared.has(wishOf(hunk)))
  const near = rest.length > FEW ? nearHunks(rest) : () => rest
  let found: Relation = shared.size === 0 ? 'disjoint' : isSame ? 'identical' : 'same-sentence'
  for (const hunk of one) {
    if (shared.has(wishOf(hunk))) continue
    for (const twin of near(hunk)) found = stronger(found, relationOfHunks(hunk, twin))
  }
  return found
}

/** How two hunks relate. */
export function relationOfHunks(one: Hunk, other: Hunk): Relation {
  if (one.field !== other.field) return 'disjoint'
  if (isSameHunk(one, other)) return 'identical'
  const moves = [one.operation === 'move', other.operation === 'move'] as const
  let found: Relation = 'disjoint'
  one.parts.forEach((a, i) => {
    other.parts.forEach((b, j) => {
      const relation = relationOfParts(
        { ...a, leaves: moves[0] && i === 0 },
        { ...b, leaves: moves[1] && j === 0 },
      )
      found = stronger(found, relation === 'identical' ? 'overlapping' : relation)
    })
  })
  return found
}

/** Whether two hunks wish the same at the same place, typography aside. */
export function isSameHunk(one: Hunk, other: Hunk): boolean {
  return wishOf(one) === wishOf(other)
}

const wishes = new WeakMap<Hunk, string>()

function wishOf(hunk: Hunk): string {
  const known = wishes.get(hunk)
  if (known !== undefined) return known
  const wish = [
    hunk.field,
    ...hunk.parts.map(({ words, between, puts }) => `${words} ${between} ${puts}`),
  ].join('\u0002')
  wishes.set(hunk, wish)
  return wish
}

function stronger(one: Relation, other: Relation): Relation {
  return RELATIONS.indexOf(one) >= RELATIONS.indexOf(other) ? one : other
}
