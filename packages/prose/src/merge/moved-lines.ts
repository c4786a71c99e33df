import { commonRun } from '../diff/common-run.ts'
import type { Hunk } from '../diff/hunk.ts'
import { lineHunks, linesOf } from './line-hunks.ts'
import { hunksTo } from './line-regions.ts'
import { saidIn } from './said-in.ts'
import { placesIn } from './side-places.ts'

/** A text, one that moved some of its lines, and one that changed the lines moved. */
export interface Move {
  readonly base: string
  readonly mover: string
  readonly editor: string
}

/** Shorter lines may stand twice by chance. */
const SHORTEST = 20
/** Under this share of its letters left, what stood there was taken out or written anew: whether it moves is for people. */
const LEFT = 0.4
/** Fewer words may stand in two paragraphs by chance. */
const FEW = 4

/**
 * The base and the editor's text as they would be had the mover's lines stood where the mover put them, so that an edit meets the lines it
 * is an edit of. `null` when no line that the editor changed was moved, or where it would go is not certain.
 */
export function followMoves({ base, mover, editor }: Move): { readonly base: string; readonly editor: string } | null {
  const [old, moved, edited] = [linesOf(base), linesOf(mover), linesOf(editor)]
  const moves = lineHunks(base, mover)
  const edits = hunksTo(base, editor)
  const runs: (Run & Place)[] = []
  const found = movedRuns(old, moved, moves)
  for (const one of found) {
    const target = withBlankAt(targetOf(one, moved, moves), old)
    const run = isBlank(old[target - 1]) ? withBlankAfter(one, old) : one
    const place = editedPlace(run, old, edits, edited)
    if (place === 'unsure') return null
    if (place === null) continue
    const { start, end } = place
    const [before, after] = [old.slice(run.start, run.end).join(''), edited.slice(start, end).join('')]
    if (shareLeft(before, after) < LEFT || isReplaced(run, moved, moves, found)) continue
    const there = touches(target, edits) ? placeIfKept(target, edits) : placesIn(edits)(target)
    const isLost = there === null || isEditedBeside(run, old, edits)
    if (isLost || (there > start && there < end) || (target > run.start && target < run.end)) {
      if (before === after) continue
      return null
    }
    runs.push({ ...run, target, editedStart: start, editedEnd: end, editedTarget: there })
  }
  if (runs.length === 0) return null
  return {
    base: rearranged(
      old,
      runs.map(({ start, end, target }) => ({ start, end, target })),
    ),
    editor: rearranged(
      edited,
      runs.map(({ editedStart, editedEnd, editedTarget }) => ({ start: editedStart, end: editedEnd, target: editedTarget })),
    ),
  }
}

/** Lines `[start, end)` of the base that stand at `[at, at + end - start)` in the mover's text. */
interface Run {
  readonly start: number
  readonly end: number
  readonly at: number
}

interface Place {
  readonly target: number
  readonly editedStart: number
  readonly editedEnd: number
  readonly editedTarget: number
}

/** Runs of lines that the mover took out at one place and put in at another, as long as can be, in the order of the mover's text. */
function movedRuns(old: readonly string[], moved: readonly string[], moves: readonly Hunk[]): readonly Run[] {
  const gone = new Set(moves.flatMap(({ oldStart, oldEnd }) => range(oldStart, oldEnd)))
  const come = new Set(moves.flatMap(({ newStart, newEnd }) => range(newStart, newEnd)))
  const [inOld, inMoved] = [onceIn(old), onceIn(moved)]
  const runs: Run[] = []
  let free = 0
  for (const place of [...come].sort((a, b) => a - b)) {
    const line = moved[place] ?? ''
    const from = inOld.get(line)
    if (place < free || line.trim().length < SHORTEST || from === undefined || !gone.has(from) || inMoved.get(line) !== place) continue
    const same = (step: number) =>
      gone.has(from + step) && come.has(place + step) && place + step >= free && old[from + step] === moved[place + step]
    let first = 0
    while (same(first - 1)) first -= 1
    let last = 0
    while (same(last + 1)) last += 1
    runs.push({ start: from + first, end: from + last + 1, at: place + first })
    free = place + last + 1
  }
  return runs
}

/** A run that is a paragraph by itself takes the blank line after it along, so that where it goes it stays one. */
function withBlankAfter(run: Run, old: readonly string[]): Run {
  return isBlank(old[run.start - 1]) && !isBlank(old[run.end - 1]) && old[run.end]?.trim() === '' ? { ...run, end: run.end + 1 } : run
}

/** A place between a paragraph and the blank line after it is after that. */
function withBlankAt(target: number, old: readonly string[]): number {
  return !isBlank(old[target - 1]) && old[target]?.trim() === '' ? target + 1 : target
}

function isBlank(line = ''): boolean {
  return line.trim() === ''
}

/**
 * Where the lines of a run stand in the edited text; `null` when they are lost, and `'unsure'` when the editor put a paragraph in at their
 * beginning or end of which nobody can say whether it goes with them, or cut the paragraph that they are only a part of.
 */
function editedPlace(
  { start, end }: Run,
  old: readonly string[],
  edits: readonly Hunk[],
  edited: readonly string[],
): { readonly start: number; readonly end: number } | 'unsure' | null {
  const [from, to] = [placeOf(start, edits, 'after', edited), placeOf(end, edits, 'before', edited)]
  if (from === null || to === null || to < from) return null
  const isCut = (border: number) => !isBlank(old[border - 1]) && !isBlank(old[border]) && addedAt(border, edits) !== undefined
  if (isCut(start) || isCut(end)) return 'unsure'
  const before = old.slice(start, end).join('')
  const said = (first: number, last: number) => wordsLeft(before, edited.slice(first, last).join(''))
  const goesWith = (first: number, last: number, without: number): 'all' | 'some' | 'none' => {
    const words = saidIn(edited.slice(first, last).join('')).words.length
    const left = said(Math.min(first, from), Math.max(last, to)) - without
    return words > 0 && left >= words / 2 ? 'all' : left >= FEW ? 'some' : 'none'
  }
  // A paragraph beside them that says what they no longer do is a part of them, cut off.
  let [first, last] = [from, to]
  for (const beside of edits) {
    if ((beside.oldEnd !== start && beside.oldStart !== end) || (beside.newStart >= from && beside.newEnd <= to)) continue
    const isPart = goesWith(beside.newStart, beside.newEnd, said(from, to))
    if (isPart === 'some' || (isPart === 'all' && beside.oldStart < beside.oldEnd)) return 'unsure'
    if (isPart === 'all') [first, last] = [Math.min(first, beside.newStart), Math.max(last, beside.newEnd)]
  }
  const ends = paragraphsAtEnds(edited, first, last)
  const all = said(first, last)
  const isOwn = ends.every(([begins, ended]) => {
    const others = begins === first ? said(ended, last) : said(first, begins)
    return all - others >= saidIn(edited.slice(begins, ended).join('')).words.length / 2
  })
  return isOwn ? { start: first, end: last } : 'unsure'
}

/** Lines that were put in at a border, and nothing else there. */
function addedAt(border: number, edits: readonly Hunk[]): Hunk | undefined {
  return edits.find(({ oldStart, oldEnd }) => oldStart === border && oldEnd === border)
}

/** The first and the last paragraph of some lines; none when there is but one. */
function paragraphsAtEnds(lines: readonly string[], start: number, end: number): readonly (readonly [start: number, end: number])[] {
  const isSaid = (line: number) => line >= start && line < end && !isBlank(lines[line])
  const said = range(start, end).filter(isSaid)
  const [first = start, last = end - 1] = [said[0], said.at(-1)]
  let [to, from] = [first, last]
  while (isSaid(to)) to += 1
  while (isSaid(from - 1)) from -= 1
  return to >= from
    ? []
    : [
        [start, to],
        [from, end],
      ]
}

/** Whether the mover wrote something new where the run stood: that may be the run, written anew. */
function isReplaced({ start }: Run, moved: readonly string[], moves: readonly Hunk[], runs: readonly Run[]): boolean {
  const hunk = moves.find(({ oldStart, oldEnd }) => oldStart <= start && start < oldEnd) as Hunk
  const come = new Set(runs.flatMap((run) => range(run.at, run.at + run.end - run.start)))
  return range(hunk.newStart, hunk.newEnd).some((place) => !come.has(place) && moved[place]?.trim() !== '')
}

/** Where in the base a run would stand, had it not moved there: after the line it follows, or before the one it comes before. */
function targetOf({ start, end, at }: Run, moved: readonly string[], moves: readonly Hunk[]): number {
  const after = at + end - start
  const hunk = moves.find(({ newStart, newEnd }) => newStart <= at && after <= newEnd) as Hunk
  const isBlankTo = (from: number, to: number) => moved.slice(from, to).every((line) => line.trim() === '')
  return isBlankTo(after, hunk.newEnd) && !isBlankTo(hunk.newStart, at) ? hunk.oldEnd : hunk.oldStart
}

/**
 * The place in the edited text of the border before a line of the base; at an addition, the side of it asked for, unless it goes on in the
 * paragraph on the other side. `null` when it was lost.
 */
function placeOf(border: number, edits: readonly Hunk[], side: 'before' | 'after', edited: readonly string[]): number | null {
  const adds = edits.find(({ oldStart, oldEnd }) => oldStart === border && oldEnd === border)
  if (adds === undefined) return placeIfKept(border, edits)
  const edge = side === 'after' ? adds.newEnd : adds.newStart
  return (side === 'after') === goesOn(edited[edge - 1], edited[edge]) ? adds.newStart : adds.newEnd
}

/** Whether a line goes on in the paragraph of the line before. */
function goesOn(before = '', line = ''): boolean {
  return before.trim() !== '' && line.trim() !== '' && !/^\s*#/.test(before) && !/^\s*(?:[-*+]\s|\d+[.)]\s|[#>|]|```|~~~)/.test(line)
}

/** Whether an edit is parted from a run by nothing but lines that stand elsewhere too: where it goes, nobody can say. */
function isEditedBeside({ start, end }: Run, old: readonly string[], edits: readonly Hunk[]): boolean {
  const once = onceIn(old)
  const parts = (from: number, to: number) => {
    const between = old.slice(from, to)
    return between.some((line) => line.trim() !== '') && between.every((line) => once.get(line) === -1)
  }
  return edits.some(({ oldStart, oldEnd }) => (oldStart > end && parts(end, oldStart)) || (oldEnd < start && parts(oldEnd, start)))
}

function placeIfKept(border: number, edits: readonly Hunk[]): number | null {
  const hunk = edits.find(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
  if (hunk === undefined) return placesIn(edits)(border)
  if (hunk.oldStart === hunk.oldEnd) return null
  if (border === hunk.oldStart) return hunk.newStart
  if (border === hunk.oldEnd) return hunk.newEnd
  return hunk.oldEnd - hunk.oldStart === hunk.newEnd - hunk.newStart ? hunk.newStart + border - hunk.oldStart : null
}

function touches(border: number, edits: readonly Hunk[]): boolean {
  return edits.some(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
}

function rearranged(
  lines: readonly string[],
  runs: readonly { readonly start: number; readonly end: number; readonly target: number }[],
): string {
  const taken = new Set(runs.flatMap(({ start, end }) => range(start, end)))
  const out: string[] = []
  for (let place = 0; place <= lines.length; place++) {
    for (const { start, end, target } of runs) if (target === place) out.push(...lines.slice(start, end))
    if (place < lines.length && !taken.has(place)) out.push(lines[place] ?? '')
  }
  return out.join('')
}

/** The share of the words of a passage that are still there, in order. */
function shareLeft(before: string, after: string): number {
  const old = saidIn(before).words.length
  return old === 0 ? 0 : wordsLeft(before, after) / old
}

function wordsLeft(before: string, after: string): number {
  return commonRun(saidIn(before).words, saidIn(after).words).length
}

function onceIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place)
  return places
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
