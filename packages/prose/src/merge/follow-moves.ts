import type { DiffHunk } from '../diff/common-subsequence.ts'
import { occurrences } from '../grouped-by.ts'
import { gitLineHunks, lineHunks, textLines } from './merge-lines.ts'
import { areAlike } from './word-likeness.ts'

/** A text, a version with some blocks moved, and a version with these blocks edited. */
interface MovedAndEdited {
  readonly base: string
  readonly mover: string
  readonly editor: string
}

/** In characters: shorter lines may be repeated by chance. */
const SHORTEST_LINE = 20
/** A line that begins a block, also without a blank line above. */
const OPENER = /^\s*(?:[-*+]\s|\d+[.)]\s|[#|]|```|~~~)/

type Lines = readonly string[]

/**
 * Makes the edits of `editor` in `base` and `mover` too, in each paragraph, list item or row that
 * `mover` did not reword. Edits and moves then cannot conflict. `null` when no edit is made.
 */
export function followMoves({
  base,
  mover,
  editor,
}: MovedAndEdited): { readonly base: string; readonly mover: string } | null {
  const [old, moved, edited] = [textLines(base), textLines(mover), textLines(editor)]
  const [inOld, inMoved] = [uniqueLines(old), uniqueLines(moved)]
  const moves = lineHunks(base, mover)
  const [newBase, newMover] = [[...old], [...moved]]
  let isEdited = false
  for (const { start, end, edits } of editedBlocks(old, edited, gitLineHunks(base, editor))) {
    const lines = old.slice(start, end)
    const known = lines.findIndex(
      (line) => line.trim().length >= SHORTEST_LINE && inOld.has(line) && inMoved.has(line),
    )
    const at = (inMoved.get(lines[known] ?? '') ?? 0) - known
    const isUnchanged =
      known >= 0 &&
      lines.every((line, index) => line === moved[at + index]) &&
      opensBlock(moved, at) &&
      opensBlock(moved, at + lines.length)
    const isReplaced = moves.some(
      ({ oldStart, oldEnd, newStart, newEnd }) =>
        oldStart <= end &&
        oldEnd >= start &&
        moved.slice(newStart, newEnd).some((line) => line.trim() !== '' && !inOld.has(line)),
    )
    const after = withEdits(old, edited, start, end, edits)
    const isMovedHere = textLines(after).some((line) => {
      const place = inOld.get(line) ?? start
      return place < start || place >= end
    })
    if (!isUnchanged || isReplaced || isMovedHere || !areAlike(lines.join(''), after)) continue
    isEdited = true
    newBase.fill('', start, end)[start] = after
    newMover.fill('', at, at + lines.length)[at] = after
  }
  return isEdited ? { base: newBase.join(''), mover: newMover.join('') } : null
}

interface EditedBlocks {
  readonly start: number
  end: number
  readonly edits: DiffHunk[]
}

function editedBlocks(old: Lines, edited: Lines, edits: readonly DiffHunk[]) {
  const found: EditedBlocks[] = []
  for (const edit of edits) {
    let start = edit.oldStart - (opensBlock(edited, edit.newStart) ? 0 : 1)
    while (!opensBlock(old, start)) start -= 1
    let end = edit.oldEnd + (opensBlock(edited, edit.newEnd) ? 0 : 1)
    while (!opensBlock(old, end)) end += 1
    const last = found.at(-1)
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else if (start < end) found.push({ start, end, edits: [edit] })
  }
  return found
}

function opensBlock(lines: Lines, at: number) {
  const [before = '', line = ''] = [lines[at - 1], lines[at]]
  return before.trim() === '' || line.trim() === '' || OPENER.test(line)
}

function withEdits(
  old: Lines,
  edited: Lines,
  start: number,
  end: number,
  edits: readonly DiffHunk[],
) {
  const parts: string[] = []
  let from = start
  for (const { oldStart, oldEnd, newStart, newEnd } of edits) {
    parts.push(...old.slice(from, oldStart), ...edited.slice(newStart, newEnd))
    from = oldEnd
  }
  return [...parts, ...old.slice(from, end)].join('')
}

function uniqueLines(lines: Lines) {
  const times = occurrences(lines)
  return new Map(lines.flatMap((line, place) => (times.get(line) === 1 ? [[line, place]] : [])))
}
