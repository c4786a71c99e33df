import type { Pair } from './common-run.ts'

/**
 * One change: items `[oldStart, oldEnd)` became items `[newStart, newEnd)`. One of the two ranges
 * may be empty, never both.
 */
export interface Hunk {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/**
 * The changes between pairs of items that stayed; pairs rise, and `oldLength` and `newLength` are
 * those of the rows.
 */
export function hunksBetween(
  pairs: readonly Pair[],
  oldLength: number,
  newLength: number,
): readonly Hunk[] {
  const hunks: Hunk[] = []
  let oldStart = 0
  let newStart = 0
  for (const [o, n] of [...pairs, [oldLength, newLength] as const]) {
    if (o > oldStart || n > newStart) hunks.push({ oldStart, oldEnd: o, newStart, newEnd: n })
    oldStart = o + 1
    newStart = n + 1
  }
  return hunks
}
