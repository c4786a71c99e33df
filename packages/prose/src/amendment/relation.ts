import type { Hunk } from './hunk.ts'
import { relationOfParts } from './relation-of-parts.ts'

/** How two amendments stand to each other, from the freest to the one most in need of talk; from `same-point` on, they are decided together. */
export const RELATIONS = [
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

/** How two amendments to one text relate, given their hunks in its coordinates. Symmetric: the strongest relation of any two hunks; a hunk that both have is one. */
export function relationOf(one: readonly Hunk[], other: readonly Hunk[]): Relation {
  const shared = one.map((hunk) => other.some((twin) => isSameHunk(hunk, twin)))
  const left = one.filter((_, index) => !shared[index])
  const right = other.filter((twin) => !one.some((hunk) => isSameHunk(hunk, twin)))
  const found: Relation[] = shared.includes(true) ? ['identical'] : []
  // What both have stands well with the rest of each: only the rests are compared.
  for (const a of left) for (const b of right) found.push(relationOfHunks(a, b))
  return strongest(found)
}

/** How two hunks relate. */
export function relationOfHunks(one: Hunk, other: Hunk): Relation {
  if (one.field !== other.field) return 'disjoint'
  if (isSameHunk(one, other)) return 'identical'
  const moves = [one.operation === 'move', other.operation === 'move'] as const
  const found = one.parts.flatMap((a, i) =>
    other.parts.map((b, j) => relationOfParts({ ...a, leaves: moves[0] && i === 0 }, { ...b, leaves: moves[1] && j === 0 })),
  )
  return strongest(found.map((relation) => (relation === 'identical' ? 'overlapping' : relation)))
}

/** Whether two hunks wish the same at the same place, typography aside. */
export function isSameHunk(one: Hunk, other: Hunk): boolean {
  return (
    one.field === other.field &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => {
      const twin = other.parts[index]
      return (
        twin !== undefined &&
        part.words[0] === twin.words[0] &&
        part.words[1] === twin.words[1] &&
        part.between === twin.between &&
        part.puts === twin.puts
      )
    })
  )
}

function strongest(relations: readonly Relation[]): Relation {
  return RELATIONS[Math.max(0, ...relations.map((one) => RELATIONS.indexOf(one)))] as Relation
}
