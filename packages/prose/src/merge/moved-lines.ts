import type { DiffHunk } from '../diff/common-run.ts'
import { groupedBy } from '../grouped-by.ts'
import { editedPlace, isBlank, placeIfKept, wordsLeft } from './edited-place.ts'
import { lineHunks, linesOf } from './line-hunks.ts'
import { hunksTo } from './line-regions.ts'
import { movedRuns, type Run, range, replacedRuns, targetOf } from './moved-runs.ts'
import { onceIn } from './once-in.ts'
import { saidIn } from './said-in.ts'
import { placesIn } from './side-places.ts'

/** A text, one that moved some of its lines, and one that changed the lines moved. */
interface Move {
  readonly base: string
  readonly mover: string
  readonly editor: string
}

/**
 * Under this share of its letters left, what stood there was taken out or written anew: whether it
 * moves is for people.
 */
const LEFT = 0.4

/**
 * The base and the editor's text as they would be had the mover's lines stood where the mover put
 * them, so that an edit meets the lines it is an edit of. `null` when no line that the editor
 * changed was moved, or where it would go is not certain.
 */
export function followMoves({
  base,
  mover,
  editor,
}: Move): { readonly base: string; readonly editor: string } | null {
  const [old, moved, edited] = [linesOf(base), linesOf(mover), linesOf(editor)]
  const moves = lineHunks(base, mover)
  const edits = hunksTo(base, editor)
  const runs: (Run & Place)[] = []
  const found = movedRuns(old, moved, moves)
  const [isReplaced, isEditedBeside] = [replacedRuns(moved, moves, found), editedBeside(old, edits)]
  for (const one of found) {
    const target = withBlankAt(targetOf(one, moved, moves), old)
    const run = isBlank(old[target - 1]) ? withBlankAfter(one, old) : one
    const place = editedPlace(run, old, edits, edited)
    if (place === 'unsure') return null
    if (place === null) continue
    const { start, end } = place
    const [before, after] = [
      old.slice(run.start, run.end).join(''),
      edited.slice(start, end).join(''),
    ]
    if (shareLeft(before, after) < LEFT || isReplaced(run)) continue
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

/**
 * A run that is a paragraph by itself takes the blank line after it along, so that where it goes it
 * stays one.
 */
function withBlankAfter(run: Run, old: readonly string[]): Run {
  return isBlank(old[run.start - 1]) && !isBlank(old[run.end - 1]) && old[run.end]?.trim() === ''
    ? { ...run, end: run.end + 1 }
    : run
}

/** A place between a paragraph and the blank line after it is after that. */
function withBlankAt(target: number, old: readonly string[]): number {
  return !isBlank(old[target - 1]) && old[target]?.trim() === '' ? target + 1 : target
}

/**
 * Tells whether an edit is parted from a run by nothing but lines that stand elsewhere too: where
 * it goes, nobody can say.
 */
function editedBeside(old: readonly string[], edits: readonly DiffHunk[]): (run: Run) => boolean {
  const once = onceIn(old)
  const isElsewhere = (line = '') => once.get(line) === -1
  const isGap = (line = '') => isBlank(line) && isElsewhere(line)
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

/** The share of the words of a passage that are still there, in order. */
function shareLeft(before: string, after: string): number {
  const old = saidIn(before).words.length
  return old === 0 ? 0 : wordsLeft(before, after) / old
}
