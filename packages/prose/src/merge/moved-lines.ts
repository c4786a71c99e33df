import { countWhile } from '../by-halves.ts'
import { commonRun, type DiffHunk } from '../diff/common-run.ts'
import { groupedBy } from '../grouped-by.ts'
import { placesIn } from './change-groups.ts'
import { hunksTo, lineHunks, textLines } from './merge-lines.ts'
import { spokenWords } from './spoken-words.ts'

/** A text, a version with some lines moved, and a version with these lines edited. */
interface MovedAndEdited {
  readonly base: string
  readonly mover: string
  readonly editor: string
}

/** With a smaller share of kept words, edited lines count as rewritten. */
const LEAST_SHARE = 0.4

type Lines = readonly string[]

interface LineRange {
  readonly start: number
  readonly end: number
}

/** A run of lines that was moved: lines `[start, end)` of the base, now at line `at`. */
interface MovedRun extends LineRange {
  readonly at: number
}

/**
 * Moves lines in `base` and `editor` as `mover` did, so that an edited line has one place in the
 * three texts. `null` when nothing is moved, or when a place is not certain.
 */
export function followMoves({
  base,
  mover,
  editor,
}: MovedAndEdited): { readonly base: string; readonly editor: string } | null {
  const [old, moved, edited] = [textLines(base), textLines(mover), textLines(editor)]
  const moves = lineHunks(base, mover)
  const edits = hunksTo(base, editor)
  const found = movedRuns(old, moved, moves)
  const isReplaced = replacedRuns(moved, moves, found)
  const isEditedBeside = editedBeside(old, edits)
  const inBase: (LineRange & { readonly target: number })[] = []
  const inEdited: typeof inBase = []
  for (const one of found) {
    const target = withBlankAt(targetOf(one, moved, moves), old)
    const run = isBlankLine(old[target - 1]) ? withBlankAfter(one, old) : one
    if (isCut(run.start, old, edits) || isCut(run.end, old, edits)) return null
    const [start, end] = [
      placeOf(run.start, edits, 'after', edited),
      placeOf(run.end, edits, 'before', edited),
    ]
    if (start === null || end === null || end < start || isReplaced(run)) continue
    const [before, after] = [
      old.slice(run.start, run.end).join(''),
      edited.slice(start, end).join(''),
    ]
    if (!isKept(before, after)) continue
    const there = touches(target, edits) ? placeIfKept(target, edits) : placesIn(edits)(target)
    if (
      there === null ||
      isEditedBeside(run) ||
      isInside(there, { start, end }) ||
      isInside(target, run)
    ) {
      if (before === after) continue
      return null
    }
    inBase.push({ ...run, target })
    inEdited.push({ start, end, target: there })
  }
  if (inBase.length === 0) return null
  return { base: rearranged(old, inBase), editor: rearranged(edited, inEdited) }
}

function isKept(before: string, after: string): boolean {
  const old = spokenWords(before).words
  return commonRun(old, spokenWords(after).words).length >= Math.max(1, LEAST_SHARE * old.length)
}

function isInside(place: number, { start, end }: LineRange): boolean {
  return place > start && place < end
}

/** Adds the blank line after a run of lines, if the run is a whole paragraph. */
function withBlankAfter(run: MovedRun, old: Lines): MovedRun {
  return isBlankLine(old[run.start - 1]) &&
    !isBlankLine(old[run.end - 1]) &&
    old[run.end]?.trim() === ''
    ? { ...run, end: run.end + 1 }
    : run
}

/** Moves a place right after a paragraph to the line after the blank line. */
function withBlankAt(target: number, old: Lines): number {
  return !isBlankLine(old[target - 1]) && old[target]?.trim() === '' ? target + 1 : target
}

/** True for a run when only repeated lines, which may belong to it, separate it from an edit. */
function editedBeside(old: Lines, edits: readonly DiffHunk[]): (run: MovedRun) => boolean {
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

/** True when a line was added inside a paragraph, at the border of a run. */
function isCut(border: number, old: Lines, edits: readonly DiffHunk[]): boolean {
  return (
    addedAt(border, edits) !== undefined &&
    !isBlankLine(old[border - 1]) &&
    !isBlankLine(old[border])
  )
}

function addedAt(border: number, edits: readonly DiffHunk[]): DiffHunk | undefined {
  return edits.find(({ oldStart, oldEnd }) => oldStart === border && oldEnd === border)
}

/**
 * The line of the edited text for a border between two lines of the base; `null` when it was lost.
 * At an insertion, the end (`after`) or start (`before`) of the inserted lines, or the other end
 * when these lines continue the paragraph there.
 */
function placeOf(
  border: number,
  edits: readonly DiffHunk[],
  side: 'before' | 'after',
  edited: Lines,
): number | null {
  const adds = addedAt(border, edits)
  if (adds === undefined) return placeIfKept(border, edits)
  const edge = side === 'after' ? adds.newEnd : adds.newStart
  return (side === 'after') === continuesParagraph(edited[edge - 1], edited[edge])
    ? adds.newStart
    : adds.newEnd
}

function continuesParagraph(before = '', line = ''): boolean {
  return (
    before.trim() !== '' &&
    line.trim() !== '' &&
    !/^\s*#/.test(before) &&
    !/^\s*(?:[-*+]\s|\d+[.)]\s|[#>|]|```|~~~)/.test(line)
  )
}

/** Like `placeOf`, but `null` also where lines were inserted. */
function placeIfKept(border: number, edits: readonly DiffHunk[]): number | null {
  const hunk = edits.find(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
  if (hunk === undefined) return placesIn(edits)(border)
  if (hunk.oldStart === hunk.oldEnd) return null
  if (border === hunk.oldStart) return hunk.newStart
  if (border === hunk.oldEnd) return hunk.newEnd
  return hunk.oldEnd - hunk.oldStart === hunk.newEnd - hunk.newStart
    ? hunk.newStart + border - hunk.oldStart
    : null
}

function touches(border: number, edits: readonly DiffHunk[]): boolean {
  return edits.some(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
}

function rearranged(
  lines: Lines,
  runs: readonly (LineRange & { readonly target: number })[],
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

/** In characters: shorter lines may be repeated by chance. */
const SHORTEST_LINE = 20

/** The longest runs of lines deleted at one place and inserted at another, in their new order. */
function movedRuns(old: Lines, moved: Lines, moves: readonly DiffHunk[]): readonly MovedRun[] {
  const deleted = new Set(moves.flatMap(({ oldStart, oldEnd }) => range(oldStart, oldEnd)))
  const inserted = new Set(moves.flatMap(({ newStart, newEnd }) => range(newStart, newEnd)))
  const [inOld, inMoved] = [uniqueLines(old), uniqueLines(moved)]
  const runs: MovedRun[] = []
  let free = 0
  for (const place of inserted) {
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

/** True for a run with new text at its old place: the run may be rewritten there. */
function replacedRuns(
  moved: Lines,
  moves: readonly DiffHunk[],
  runs: readonly MovedRun[],
): (run: MovedRun) => boolean {
  const inserted = new Set(runs.flatMap((run) => range(run.at, run.at + run.end - run.start)))
  return ({ start }) => {
    const hunk = moves[countWhile(moves, ({ oldEnd }) => oldEnd <= start)] as DiffHunk
    return range(hunk.newStart, hunk.newEnd).some(
      (place) => !inserted.has(place) && !isBlankLine(moved[place]),
    )
  }
}

/** The line of the base before which a run was moved. */
function targetOf({ start, end, at }: MovedRun, moved: Lines, moves: readonly DiffHunk[]): number {
  const after = at + end - start
  const hunk = moves[countWhile(moves, ({ newEnd }) => newEnd < after)] as DiffHunk
  const isBlankTo = (from: number, to: number) => moved.slice(from, to).every(isBlankLine)
  return isBlankTo(after, hunk.newEnd) && !isBlankTo(hunk.newStart, at)
    ? hunk.oldEnd
    : hunk.oldStart
}

/** The index of each line that occurs once; -1 for a line that occurs more often. */
function uniqueLines(lines: Lines): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place)
  return places
}

function isBlankLine(line = ''): boolean {
  return line.trim() === ''
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
