import { linesOf } from './line-hunks.ts'
import type { MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'

/** Shorter lines may stand twice by chance. */
const SHORTEST = 12

/**
 * The conflicts that take for changed a line which stands elsewhere in that side as it was: it was moved, or lines were paired amiss, and
 * what stands in its place is no change of it.
 */
export function strayConflicts({ base, ours, theirs }: ThreeTexts, pieces: readonly MergePiece[]): ReadonlySet<MergePiece> {
  const counts = new Map<string, number>()
  for (const line of linesOf(base)) counts.set(line, (counts.get(line) ?? 0) + 1)
  const sides = { ours: new Set(linesOf(ours)), theirs: new Set(linesOf(theirs)) }
  const isStray = (piece: MergePiece) => {
    if (piece.kind === 'settled') return false
    const here = { ours: new Set(linesOf(piece.ours)), theirs: new Set(linesOf(piece.theirs)) }
    return linesOf(piece.base).some(
      (line) =>
        line.trim().length >= SHORTEST &&
        counts.get(line) === 1 &&
        (['ours', 'theirs'] as const).some((side) => sides[side].has(line) && !here[side].has(line)),
    )
  }
  return new Set(pieces.filter(isStray))
}
