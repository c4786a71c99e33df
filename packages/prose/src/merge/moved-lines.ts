import { countWhile } from '../by-halves.ts'
import type { DiffHunk } from '../diff/common-run.ts'
import { groupedBy } from '../grouped-by.ts'
import { placesIn } from './change-groups.ts'
import {
  countKeptWords,
  editedPlace,
  isBlankLine,
  type MovedRun,
  placeIfKept,
  range,
} from './edited-place.ts'
import type { MergeContext } from './merge-context.ts'
import { hunksTo, lineHunks, textLines } from './merge-lines.ts'
import { spokenWords } from './spoken-words.ts'

/** A text, a version with some lines moved, and a version with these lines edited. */
interface MovedAndEdited {
  readonly base: string
  readonly mover: string
  readonly editor: string
}

/** A passage that keeps a smaller share of its words was rewritten, and does not move. */
const LEAST_SHARE = 0.4

/**
 * Moves lines of the base and of the edited text as the other side did, so that edits meet the
 * lines they change. `null` when no moved line was edited, or when a place is not certain.
 */
export function followMoves(
  { base, mover, editor }: MovedAndEdited,
  context: MergeContext,
): { readonly base: string; readonly editor: string } | null {
  const [old, moved, edited] = [textLines(base), textLines(mover), textLines(editor)]
  const moves = lineHunks(base, mover, context)
  const edits = hunksTo(base, editor, context)
  const runs: (MovedRun & Place)[] = []
  const found = movedRuns(old, moved, moves)
  const [isReplaced, isEditedBeside] = [replacedRuns(moved, moves, found), editedBeside(old, edits)]
  for (const one of found) {
    const target = withBlankAt(targetOf(one, moved, moves), old)
    const run = isBlankLine(old[target - 1]) ? withBlankAfter(one, old) : one
    const place = editedPlace(run, old, edits, edited)
    if (place === 'unsure') return null
    if (place === null) continue
    const { start, end } = place
    const [before, after] = [
      old.slice(run.start, run.end).join(''),
      edited.slice(start, end).join(''),
    ]
    if (shareLeft(before, after) < LEAST_SHARE || isReplaced(run)) continue
    const there = touches(target, edits) ? placeIfKept(target, edits) : placesIn(edits)(target)
    const isLost = there === null || isEditedBeside(run)
    if (isLost || (there > start && there < end) || (target > run.start && target < run.end)) {
      if (before === after) continue
      return null
    }
    runs.push({ ...run, target, editedStart: start, editedEnd: end, editedTarget: there })
  }
  if (runs.length === 0) return null
  return {
    base: rearranged(old, runs),
    editor: rearranged(
      edited,
      runs.map(({ editedStart, editedEnd, editedTarget }) => ({
        start: editedStart,
        end: editedEnd,
        target: editedTarget,
      })),
    ),
  }
}

interface Place {
  readonly target: number
  readonly editedStart: number
  readonly editedEnd: number
  readonly editedTarget: number
}

/** Adds to a run that is a whole paragraph the blank line after it. */
function withBlankAfter(run: MovedRun, old: readonly string[]): MovedRun {
  return isBlankLine(old[run.start - 1]) &&
    !isBlankLine(old[run.end - 1]) &&
    old[run.end]?.trim() === ''
    ? { ...run, end: run.end + 1 }
    : run
}

/** Moves a place right after a paragraph past its blank line. */
function withBlankAt(target: number, old: readonly string[]): number {
  return !isBlankLine(old[target - 1]) && old[target]?.trim() === '' ? target + 1 : target
}

/** True for a run with only repeated lines between it and an edit, which may belong to it. */
function editedBeside(
  old: readonly string[],
  edits: readonly DiffHunk[],
): (run: MovedRun) => boolean {
  const once = uniqueLines(old)
  const isElsewhere = (line = '') => once.get(line) === -1
  const isGap = (line = '') => isBlankLine(line) && isElsewhere(line)
  const past = (place: number, step: 1 | -1, passes: (line?: string) => boolean): number => {
    let at = place
    while (passes(old[at])) at += step
    return at
  }
  return ({ start, end }) => {
    const [before, after] = [past(start - 1, -1, isGap), past(end, 1, isGap)]
    const [first, last] = [past(before, -1, isElsewhere), past(after, 1, isElsewhere)]
    return edits.some(
      ({ oldStart, oldEnd }) =>
        (oldStart > after && oldStart <= last) || (oldEnd <= before && oldEnd > first),
    )
  }
}

function touches(border: number, edits: readonly DiffHunk[]): boolean {
  return edits.some(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
}

function rearranged(
  lines: readonly string[],
  runs: readonly { readonly start: number; readonly end: number; readonly target: number }[],
): string {
  const taken = new Set(runs.flatMap(({ start, end }) => range(start, end)))
  const arriving = groupedBy(runs, ({ target }) => target)
  const out: string[] = []
  for (let place = 0; place <= lines.length; place++) {
    for (const { start, end } of arriving.get(place) ?? []) out.push(...lines.slice(start, end))
    if (place < lines.length && !taken.has(place)) out.push(lines[place] ?? '')
  }
  return out.join('')
}

function shareLeft(before: string, after: string): number {
  const old = spokenWords(before).words.length
  return old === 0 ? 0 : countKeptWords(before, after) / old
}

/** Shorter lines may be repeated by chance. */
const SHORTEST_LINE = 20

/** The longest runs of lines deleted at one place and inserted at another, in their new order. */
function movedRuns(
  old: readonly string[],
  moved: readonly string[],
  moves: readonly DiffHunk[],
): readonly MovedRun[] {
  const deleted = new Set(moves.flatMap(({ oldStart, oldEnd }) => range(oldStart, oldEnd)))
  const inserted = new Set(moves.flatMap(({ newStart, newEnd }) => range(newStart, newEnd)))
  const [inOld, inMoved] = [uniqueLines(old), uniqueLines(moved)]
  const runs: MovedRun[] = []
  let free = 0
  for (const place of [...inserted].sort((a, b) => a - b)) {
    const line = moved[place] ?? ''
    const from = inOld.get(line)
    if (
      place < free ||
      line.trim().length < SHORTEST_LINE ||
      from === undefined ||
      !deleted.has(from) ||
      inMoved.get(line) !== place
    )
      continue
    const same = (step: number) =>
      deleted.has(from + step) &&
      inserted.has(place + step) &&
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

/** True for a run with new text at its old place, which may be the run rewritten. */
function replacedRuns(
  moved: readonly string[],
  moves: readonly DiffHunk[],
  runs: readonly MovedRun[],
): (run: MovedRun) => boolean {
  const inserted = new Set(runs.flatMap((run) => range(run.at, run.at + run.end - run.start)))
  return ({ start }) => {
    const hunk = moves[countWhile(moves, ({ oldEnd }) => oldEnd <= start)] as DiffHunk
    return range(hunk.newStart, hunk.newEnd).some(
      (place) => !inserted.has(place) && moved[place]?.trim() !== '',
    )
  }
}

/** The place in the base that a run moved to: after the line before, or before the line after. */
function targetOf(
  { start, end, at }: MovedRun,
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

/** The index of each line that occurs once; -1 for a line that occurs more often. */
function uniqueLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place)
  return places
}
