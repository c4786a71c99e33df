import { commonRun, type DiffHunk } from '../diff/common-run.ts'
import { placesIn } from './change-groups.ts'
import { spokenWords } from './spoken-words.ts'

/** A run of lines that was moved: lines `[start, end)` of the base, now at line `at`. */
export interface MovedRun {
  readonly start: number
  readonly end: number
  readonly at: number
}

/** Two paragraphs may share fewer words by chance. */
const FEW = 4

/**
 * The range of a moved run in the edited text; `null` when its lines are lost. `'unsure'` when its
 * paragraph was cut, or when a new paragraph beside it may belong to it.
 */
export function editedPlace(
  { start, end }: MovedRun,
  old: readonly string[],
  edits: readonly DiffHunk[],
  edited: readonly string[],
): { readonly start: number; readonly end: number } | 'unsure' | null {
  const [from, to] = [placeOf(start, edits, 'after', edited), placeOf(end, edits, 'before', edited)]
  if (from === null || to === null || to < from) return null
  const isCut = (border: number) =>
    !isBlankLine(old[border - 1]) &&
    !isBlankLine(old[border]) &&
    addedAt(border, edits) !== undefined
  if (isCut(start) || isCut(end)) return 'unsure'
  const before = old.slice(start, end).join('')
  const wordsKept = (first: number, last: number) =>
    countKeptWords(before, edited.slice(first, last).join(''))
  const goesWith = (first: number, last: number, without: number): 'all' | 'some' | 'none' => {
    const words = spokenWords(edited.slice(first, last).join('')).words.length
    const left = wordsKept(Math.min(first, from), Math.max(last, to)) - without
    return words > 0 && left >= words / 2 ? 'all' : left >= FEW ? 'some' : 'none'
  }
  // A paragraph beside the run, with words that it lost, is a part of it.
  let [first, last] = [from, to]
  for (const beside of edits) {
    if (
      (beside.oldEnd !== start && beside.oldStart !== end) ||
      (beside.newStart >= from && beside.newEnd <= to)
    )
      continue
    const isPart = goesWith(beside.newStart, beside.newEnd, wordsKept(from, to))
    if (isPart === 'some' || (isPart === 'all' && beside.oldStart < beside.oldEnd)) return 'unsure'
    if (isPart === 'all')
      [first, last] = [Math.min(first, beside.newStart), Math.max(last, beside.newEnd)]
  }
  const ends = paragraphsAtEnds(edited, first, last)
  const all = wordsKept(first, last)
  const isOwn = ends.every(([begins, ended]) => {
    const others = begins === first ? wordsKept(ended, last) : wordsKept(first, begins)
    return all - others >= spokenWords(edited.slice(begins, ended).join('')).words.length / 2
  })
  return isOwn ? { start: first, end: last } : 'unsure'
}

/** The insertion at a border between two lines of the base. */
function addedAt(border: number, edits: readonly DiffHunk[]): DiffHunk | undefined {
  return edits.find(({ oldStart, oldEnd }) => oldStart === border && oldEnd === border)
}

/** The ranges of the first and last paragraph of some lines; none for a single paragraph. */
function paragraphsAtEnds(
  lines: readonly string[],
  start: number,
  end: number,
): readonly (readonly [start: number, end: number])[] {
  const hasText = (line: number) => line >= start && line < end && !isBlankLine(lines[line])
  const filled = range(start, end).filter(hasText)
  const [first = start, last = end - 1] = [filled[0], filled.at(-1)]
  let [to, from] = [first, last]
  while (hasText(to)) to += 1
  while (hasText(from - 1)) from -= 1
  return to >= from
    ? []
    : [
        [start, to],
        [from, end],
      ]
}

/**
 * The line in the edited text for a border of the base; `null` when it was lost. For an insertion,
 * its end (`after`) or start (`before`), or the other one when the insertion continues the
 * paragraph on that side.
 */
function placeOf(
  border: number,
  edits: readonly DiffHunk[],
  side: 'before' | 'after',
  edited: readonly string[],
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

/** The line in the edited text for a border of the base; `null` when it was lost or filled. */
export function placeIfKept(border: number, edits: readonly DiffHunk[]): number | null {
  const hunk = edits.find(({ oldStart, oldEnd }) => oldStart <= border && border <= oldEnd)
  if (hunk === undefined) return placesIn(edits)(border)
  if (hunk.oldStart === hunk.oldEnd) return null
  if (border === hunk.oldStart) return hunk.newStart
  if (border === hunk.oldEnd) return hunk.newEnd
  return hunk.oldEnd - hunk.oldStart === hunk.newEnd - hunk.newStart
    ? hunk.newStart + border - hunk.oldStart
    : null
}

/** The number of words of a passage that its edited version keeps, in order. */
export function countKeptWords(before: string, after: string): number {
  return commonRun(spokenWords(before).words, spokenWords(after).words).length
}

export function isBlankLine(line = ''): boolean {
  return line.trim() === ''
}

/** The whole numbers from `from` up to, but not including, `to`. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
