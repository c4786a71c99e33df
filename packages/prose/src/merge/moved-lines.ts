import { commonRun } from '../diff/common-run.ts'
import { hunksBetween } from '../diff/hunk.ts'
import { linesOf } from './line-regions.ts'
import type { MergePiece } from './merge-piece.ts'

type Conflict = Extract<MergePiece, { kind: 'conflict' }>

/** An edit of a line that the other side moved elsewhere: the lines as moved, and as edited. */
export interface MovedEdit {
  readonly moved: string
  readonly edited: string
}

/**
 * What remains of a conflict when the lines that one side edited stand elsewhere, unchanged and once, in the other side's text: the edits
 * to be made there, and the conflict without them. `null` when nothing was moved, or not all of it.
 */
export function movedEdits(
  conflict: Conflict,
  elsewhere: Readonly<Record<'ours' | 'theirs', string>>,
): { readonly rest: Conflict; readonly edits: readonly MovedEdit[]; readonly in: 'ours' | 'theirs' } | null {
  for (const [mover, editor] of [
    ['ours', 'theirs'],
    ['theirs', 'ours'],
  ] as const) {
    // Where the mover also wrote something, or moved only a part, people must look.
    if (conflict[mover].trim() !== '') continue
    const base = linesOf(conflict.base)
    const edited = linesOf(conflict[editor])
    const whole = wasMoved(conflict.base, elsewhere[mover]) && edited[0] === base[0] && edited.at(-1) === base.at(-1)
    if (whole)
      return { rest: { ...conflict, [editor]: conflict.base }, edits: [{ moved: conflict.base, edited: conflict[editor] }], in: mover }
    const hunks = hunksBetween(commonRun(base, edited), base.length, edited.length)
    const edits = hunks.map(({ oldStart, oldEnd, newStart, newEnd }) => ({
      moved: base.slice(oldStart, oldEnd).join(''),
      edited: edited.slice(newStart, newEnd).join(''),
      sameLength: oldEnd - oldStart === newEnd - newStart,
    }))
    if (edits.length === 0 || !edits.every((edit) => edit.sameLength && wasMoved(edit.moved, elsewhere[mover]))) continue
    return { rest: { ...conflict, [editor]: conflict.base }, edits, in: mover }
  }
  return null
}

/** Shorter lines may stand twice by chance. */
const SHORTEST = 20

function wasMoved(lines: string, elsewhere: string): boolean {
  if (lines.trim().length < SHORTEST) return false
  const first = elsewhere.indexOf(lines)
  return first >= 0 && (first === 0 || elsewhere[first - 1] === '\n') && elsewhere.indexOf(lines, first + 1) < 0
}
