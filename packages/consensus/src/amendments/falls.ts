import type { Amendment } from '@cahier/core'
import { type Hunk, isSameHunk } from '@cahier/prose'
import { standAgainst } from './place-amendment.ts'

/**
 * Whether an amendment falls once these hunks are taken. A divisible one of which a part still
 * stands does not.
 */
export function falls(
  { divisible }: Amendment,
  hunks: readonly Hunk[],
  taken: readonly Hunk[],
): boolean {
  const left = hunks.filter((hunk) => !taken.some((one) => isSameHunk(one, hunk)))
  return divisible
    ? left.length > 0 && left.every((hunk) => standAgainst([hunk], taken))
    : standAgainst(left, taken)
}
