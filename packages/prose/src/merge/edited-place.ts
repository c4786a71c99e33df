import { commonRun, type DiffHunk } from '../diff/common-run.ts'
import { type Run, range } from './moved-runs.ts'
import { saidIn } from './said-in.ts'
import { placesIn } from './side-places.ts'

/** Fewer words may stand in two paragraphs by chance. */
const FEW = 4

/**
 * Where the lines of a run stand in the edited text; `null` when they are lost, and `'unsure'` when
 * the editor put a paragraph in at their beginning or end of which nobody can say whether it goes
 * with them, or cut the paragraph that they are only a part of.
 */
export function editedPlace(
  { start, end }: Run,
  old: readonly string[],
  edits: readonly DiffHunk[],
  edited: readonly string[],
): { readonly start: number; readonly end: number } | 'unsure' | null {
  const [from, to] = [placeOf(start, edits, 'after', edited), placeOf(end, edits, 'before', edited)]
  if (from === null || to === null || to < from) return null
  const isCut = (border: number) =>
    !isBlank(old[border - 1]) && !isBlank(old[border]) && addedAt(border, edits) !== undefined
  if (isCut(start) || isCut(end)) return 'unsure'
  const before = old.slice(start, end).join('')
  const said = (first: number, last: number) =>
    wordsLeft(before, edited.slice(first, last).join(''))
  const goesWith = (first: number, last: number, without: number): 'all' | 'some' | 'none' => {
    const words = saidIn(edited.slice(first, last).join('')).words.length
    const left = said(Math.min(first, from), Math.max(last, to)) - without
    return words > 0 && left >= words / 2 ? 'all' : left >= FEW ? 'some' : 'none'
  }
  // A paragraph beside them that says what they no longer do is a part of them, cut off.
  let [first, last] = [from, to]
  for (const beside of edits) {
    if (
      (beside.oldEnd !== start && beside.oldStart !== end) ||
      (beside.newStart >= from && beside.newEnd <= to)
    )
      continue
    const isPart = goesWith(beside.newStart, beside.newEnd, said(from, to))
    if (isPart === 'some' || (isPart === 'all' && beside.oldStart < beside.oldEnd)) return 'unsure'
    if (isPart === 'all')
      [first, last] = [Math.min(first, beside.newStart), Math.max(last, beside.newEnd)]
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
function addedAt(border: number, edits: readonly DiffHunk[]): DiffHunk | undefined {
  return edits.find(({ oldStart, oldEnd }) => oldStart === border && oldEnd === border)
}

/** The first and the last paragraph of some lines; none when there is but one. */
function paragraphsAtEnds(
  lines: readonly string[],
  start: number,
  end: number,
): readonly (readonly [start: number, end: number])[] {
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

/**
 * The place in the edited text of the border before a line of the base; at an addition, the side of
 * it asked for, unless it goes on in the paragraph on the other side. `null` when it was lost.
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
  return (side === 'after') === goesOn(edited[edge - 1], edited[edge]) ? adds.newStart : adds.newEnd
}

/** Whether a line goes on in the paragraph of the line before. */
function goesOn(before = '', line = ''): boolean {
  return (
    before.trim() !== '' &&
    line.trim() !== '' &&
    !/^\s*#/.test(before) &&
    !/^\s*(?:[-*+]\s|\d+[.)]\s|[#>|]|```|~~~)/.test(line)
  )
}

/**
 * The place in the edited text of a border of the base; `null` when it was lost, or text was put in
 * there.
 */
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

/** How many words of a passage are still there, in order. */
export function wordsLeft(before: string, after: string): number {
  return commonRun(saidIn(before).words, saidIn(after).words).length
}

export function isBlank(line = ''): boolean {
  return line.trim() === ''
}
