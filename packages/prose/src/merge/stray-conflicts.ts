import { linesOf } from './line-hunks.ts'
import type { MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'

/** Shorter lines may stand twice by chance. */
const SHORTEST = 12

/**
 * The conflicts that take for changed a line which that side has elsewhere, once more than the
 * base: it was moved, or lines were paired amiss, and what stands in its place is no change of it.
 */
export function strayConflicts(
  { base, ours, theirs }: ThreeTexts,
  pieces: readonly MergePiece[],
): ReadonlySet<MergePiece> {
  const all = { base: countedLines(base), ours: countedLines(ours), theirs: countedLines(theirs) }
  const isStray = (piece: MergePiece) => {
    if (piece.kind === 'settled') return false
    const here = {
      base: countedLines(piece.base),
      ours: countedLines(piece.ours),
      theirs: countedLines(piece.theirs),
    }
    const elsewhere = (side: keyof typeof all, line: string) =>
      (all[side].get(line) ?? 0) - (here[side].get(line) ?? 0)
    return [...here.base.keys()].some(
      (line) =>
        line.trim().length >= SHORTEST &&
        (['ours', 'theirs'] as const).some(
          (side) => !here[side].has(line) && elsewhere(side, line) > elsewhere('base', line),
        ),
    )
  }
  return new Set(pieces.filter(isStray))
}

function countedLines(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of linesOf(text)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
