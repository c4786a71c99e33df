import { type DiffHunk, slideRange } from '../diff/common-subsequence.ts'
import type { Word } from '../diff/words-of.ts'
import { occurrences } from '../grouped-by.ts'
import { textLines } from './merge-lines.ts'
import { type MergePiece, mapSides, type SideWords, type ThreeTexts } from './merge-piece.ts'
import { areAlike } from './word-likeness.ts'

/** Fewer words may be repeated by chance, unless they are whole sentences. */
const PASSAGE = 4
/** In characters: shorter lines may be repeated by chance. */
const SHORTEST_LINE = 12

type Hunks = readonly DiffHunk[]

/**
 * True when each change has only one possible place in the merge. When a side adds a copy of some
 * words, or deletes one of two copies, the other side's change in or next to them may belong to
 * either copy.
 */
export function hasCertainPlaces(
  { base, ours, theirs }: SideWords,
  [mine, other]: readonly [ours: Hunks, theirs: Hunks],
): boolean {
  return (
    areApart(repeatedPassages(mine, base, ours), other) &&
    areApart(repeatedPassages(other, base, theirs), mine)
  )
}

/** True when each side deleted a different one of two near-identical adjacent texts. */
export function losesTwoNeighbours(
  base: readonly Word[],
  [mine, other]: readonly [ours: Hunks, theirs: Hunks],
): boolean {
  const deletions = (hunks: Hunks) => hunks.filter(({ newStart, newEnd }) => newStart === newEnd)
  const wordsOf = ({ oldStart, oldEnd }: DiffHunk) =>
    base
      .slice(oldStart, oldEnd)
      .map(({ key }) => key)
      .join(' ')
  return deletions(mine).some((one) =>
    deletions(other).some(
      (two) =>
        (one.oldEnd === two.oldStart || two.oldEnd === one.oldStart) &&
        areAlike(wordsOf(one), wordsOf(two)),
    ),
  )
}

/**
 * The conflicts in which a side moved a line of the base away. Such a conflict is not merged by
 * words, since its lines may be paired wrongly.
 */
export function conflictsAtMovedLines(
  texts: ThreeTexts,
  pieces: readonly MergePiece[],
): ReadonlySet<MergePiece> {
  const all = mapSides((side) => occurrences(textLines(texts[side])))
  const hasMovedLine = (piece: MergePiece) => {
    if (piece.kind === 'settled') return false
    const here = mapSides((side) => occurrences(textLines(piece[side])))
    const elsewhere = (side: keyof typeof all, line: string) =>
      (all[side].get(line) ?? 0) - (here[side].get(line) ?? 0)
    return [...here.base.keys()].some(
      (line) =>
        line.trim().length >= SHORTEST_LINE &&
        (['ours', 'theirs'] as const).some(
          (side) => !here[side].has(line) && elsewhere(side, line) > elsewhere('base', line),
        ),
    )
  }
  return new Set(pieces.filter(hasMovedLine))
}

function areApart(repeated: Hunks, changes: Hunks) {
  return repeated.every(({ oldStart, oldEnd }) =>
    changes.every((one) => one.oldEnd < oldStart || one.oldStart > oldEnd),
  )
}

/**
 * For each insertion or deletion of a side, the range of the base where it can move with the same
 * result.
 */
function repeatedPassages(
  hunks: readonly DiffHunk[],
  base: readonly Word[],
  side: readonly Word[],
) {
  const [old, young] = [base, side].map((words) => words.map(({ key }) => key)) as [
    string[],
    string[],
  ]
  return hunks.flatMap((hunk, index) => {
    const { oldStart, oldEnd, newStart, newEnd } = hunk
    const adds = oldStart === oldEnd
    if (!adds && newStart < newEnd) return []
    const least = (hunks[index - 1]?.oldEnd ?? 0) - oldStart
    const most = (hunks[index + 1]?.oldStart ?? base.length) - oldEnd
    const [back, on] = slideRange(hunk, old, young, least, most)
    let [first, last] = [oldStart + back, oldEnd + on]
    const spoken = () =>
      [...base.slice(first, oldStart), ...base.slice(oldEnd, last)].filter((word) => word.spoken)
        .length
    // List items often end alike: around a deletion, only whole sentences count.
    if (!adds || spoken() < PASSAGE) {
      while (first < oldStart && !isBetween(base, first)) first += 1
      while (last > oldEnd && !isBetween(base, last)) last -= 1
    }
    return spoken() > 0 ? [{ ...hunk, oldStart: first, oldEnd: last }] : []
  })
}

function isBetween(words: readonly Word[], at: number) {
  return words[at - 1]?.sentence !== words[at]?.sentence
}
