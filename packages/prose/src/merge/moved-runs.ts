import { countWhile } from '../by-halves.ts'
import type { DiffHunk } from '../diff/common-run.ts'
import { onceIn } from './once-in.ts'

/** Lines `[start, end)` of the base that stand at `[at, at + end - start)` in the mover's text. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly at: number
}

/** Shorter lines may stand twice by chance. */
const SHORTEST = 20

/**
 * Runs of lines that the mover took out at one place and put in at another, as long as can be, in
 * the order of the mover's text.
 */
export function movedRuns(
  old: readonly string[],
  moved: readonly string[],
  moves: readonly DiffHunk[],
): readonly Run[] {
  const gone = new Set(moves.flatMap(({ oldStart, oldEnd }) => range(oldStart, oldEnd)))
  const come = new Set(moves.flatMap(({ newStart, newEnd }) => range(newStart, newEnd)))
  const [inOld, inMoved] = [onceIn(old), onceIn(moved)]
  const runs: Run[] = []
  let free = 0
  for (const place of [...come].sort((a, b) => a - b)) {
    const line = moved[place] ?? ''
    const from = inOld.get(line)
    if (
      place < free ||
      line.trim().length < SHORTEST ||
      from === undefined ||
      !gone.has(from) ||
      inMoved.get(line) !== place
    )
      continue
    const same = (step: number) =>
      gone.has(from + step) &&
      come.has(place + step) &&
      place + step >= free &&
      old[from + step] === moved[place + step]
    let first = 0
    while (same(first - 1)) first -= 1
    let last = 0
    while (same(last + 1)) last += 1
    runs.push({ start: from + first, end: from + last + 1, at: place + first })
    free = place + last + 1
  }
  return runs
}

/**
 * Tells whether the mover wrote something new where a run stood: that may be the run, written anew.
 */
export function replacedRuns(
  moved: readonly string[],
  moves: readonly DiffHunk[],
  runs: readonly Run[],
): (run: Run) => boolean {
  const come = new Set(runs.flatMap((run) => range(run.at, run.at + run.end - run.start)))
  return ({ start }) => {
    const hunk = moves[countWhile(moves, ({ oldEnd }) => oldEnd <= start)] as DiffHunk
    return range(hunk.newStart, hunk.newEnd).some(
      (place) => !come.has(place) && moved[place]?.trim() !== '',
    )
  }
}

/**
 * Where in the base a run would stand, had it not moved there: after the line it follows, or before
 * the one it comes before.
 */
export function targetOf(
  { start, end, at }: Run,
  moved: readonly string[],
  moves: readonly DiffHunk[],
): number {
  const after = at + end - start
  const hunk = moves[countWhile(moves, ({ newEnd }) => newEnd < after)] as DiffHunk
  const isBlankTo = (from: number, to: number) => moved.slice(from, to).join('').trim() === ''
  return isBlankTo(after, hunk.newEnd) && !isBlankTo(hunk.newStart, at)
    ? hunk.oldEnd
    : hunk.oldStart
}

/** The places from one up to another. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
