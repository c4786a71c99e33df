import { commonRun, type DiffHunk, hunksBetween } from '../diff/common-run.ts'
import type { MergePiece, ThreeTexts } from './merge-piece.ts'

/**
 * Merges lines as `git merge-file --diff3` does. Changes of the two sides that overlap or touch are
 * a conflict, unless they give the same text. The order of the sides makes no difference.
 */
export function lineRegions(texts: ThreeTexts): readonly MergePiece[] {
  return regionsOf(texts, (hunks) => hunks)
}

/** Like `lineRegions`, but changes with only blank lines between them are one change. */
export function paragraphRegions(texts: ThreeTexts): readonly MergePiece[] {
  return regionsOf(texts, acrossBlanks)
}

/** The changes of lines from `base` to `side`, each at the last possible place. */
export function hunksTo(base: string, side: string): readonly DiffHunk[] {
  return lastPlaced(textLines(base), textLines(side), lineHunks(base, side))
}

export function lineHunks(base: string, side: string): readonly DiffHunk[] {
  const [old, young] = [textLines(base), textLines(side)]
  return hunksBetween(commonRun(old, young), old.length, young.length)
}

/** The lines of a text, with their line ends. */
export function textLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

type Lines = readonly string[]

function regionsOf(
  { base, ours, theirs }: ThreeTexts,
  joined: (hunks: readonly DiffHunk[], base: Lines) => readonly DiffHunk[],
): readonly MergePiece[] {
  const lines = textLines(base)
  return piecesOf(
    [lines, textLines(ours), textLines(theirs)],
    [joined(hunksTo(base, ours), lines), joined(hunksTo(base, theirs), lines)],
  )
}

function piecesOf(
  [b, o, t]: readonly [Lines, Lines, Lines],
  sides: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): readonly MergePiece[] {
  const pieces: MergePiece[] = []
  const at = [0, 0]
  // For each side, its line number minus that of the base, before the current change.
  const offset = [0, 0]
  let from = 0
  for (;;) {
    const next = sides.map((hunks, side) => hunks[at[side] ?? 0]) as [
      DiffHunk | undefined,
      DiffHunk | undefined,
    ]
    const start = Math.min(...next.map((hunk) => hunk?.oldStart ?? Infinity))
    if (start === Infinity) break
    pieces.push({ kind: 'settled', text: b.slice(from, start).join('') })
    let end = start
    const touched = [false, false]
    const before = [...offset]
    for (let grown = true; grown; ) {
      grown = false
      for (const side of [0, 1]) {
        const hunk = sides[side]?.[at[side] ?? 0]
        if (hunk === undefined || hunk.oldStart > end) continue
        end = Math.max(end, hunk.oldEnd)
        offset[side] = hunk.newEnd - hunk.oldEnd
        at[side] = (at[side] ?? 0) + 1
        touched[side] = true
        grown = true
      }
    }
    const [oursNow, theirsNow] = [o, t].map((lines, side) =>
      lines.slice(start + (before[side] ?? 0), end + (offset[side] ?? 0)).join(''),
    ) as [string, string]
    if (!touched[1] || oursNow === theirsNow) pieces.push({ kind: 'settled', text: oursNow })
    else if (!touched[0]) pieces.push({ kind: 'settled', text: theirsNow })
    else
      pieces.push({
        kind: 'conflict',
        base: b.slice(start, end).join(''),
        ours: oursNow,
        theirs: theirsNow,
      })
    from = end
  }
  pieces.push({ kind: 'settled', text: b.slice(from).join('') })
  return pieces.filter((piece) => piece.kind === 'conflict' || piece.text !== '')
}

function acrossBlanks(hunks: readonly DiffHunk[], base: Lines): readonly DiffHunk[] {
  const out: DiffHunk[] = []
  for (const hunk of hunks) {
    const before = out.at(-1)
    const isNear =
      before !== undefined &&
      base.slice(before.oldEnd, hunk.oldStart).every((line) => line.trim() === '')
    if (isNear) out[out.length - 1] = { ...before, oldEnd: hunk.oldEnd, newEnd: hunk.newEnd }
    else out.push(hunk)
  }
  return out
}

/** Moves an insertion or deletion with several possible places to the last one, as git does. */
function lastPlaced(base: Lines, side: Lines, hunks: readonly DiffHunk[]): readonly DiffHunk[] {
  return hunks.map((hunk, index) => {
    if (hunk.oldStart < hunk.oldEnd && hunk.newStart < hunk.newEnd) return hunk
    const lines = hunk.oldStart === hunk.oldEnd ? side : base
    const [start, end] =
      lines === side ? [hunk.newStart, hunk.newEnd] : [hunk.oldStart, hunk.oldEnd]
    const most = (hunks[index + 1]?.oldStart ?? base.length) - hunk.oldEnd
    let shift = 0
    while (
      shift < most &&
      end + shift < lines.length &&
      lines[start + shift] === lines[end + shift]
    )
      shift += 1
    return {
      oldStart: hunk.oldStart + shift,
      oldEnd: hunk.oldEnd + shift,
      newStart: hunk.newStart + shift,
      newEnd: hunk.newEnd + shift,
    }
  })
}
