import type { DiffHunk } from '../diff/common-run.ts'
import { anchoredLineHunks, lineHunks, linesOf } from './line-hunks.ts'
import type { MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'

/**
 * The merge of lines, as `git merge-file --diff3` does it: changes that overlap or touch are a
 * conflict, unless both sides came to the same text. Symmetric. Joined, the pieces hold every byte
 * of both sides.
 */
export function lineRegions(texts: ThreeTexts): readonly MergePiece[] {
  return regionsOf(texts, (hunks) => hunks)
}

/**
 * The same, where a blank line between two changes parts nothing: it may be the one above a
 * paragraph that was added and the one below. What is then in conflict holds whole paragraphs.
 */
export function paragraphRegions(texts: ThreeTexts): readonly MergePiece[] {
  return regionsOf(texts, acrossBlanks)
}

/**
 * A text that holds what two people changed, without what one of them did, lines paired as in the
 * merge of the two; in conflict where their changes touch.
 */
export function regionsWithout(
  { base, narrow, wide }: Readonly<Record<'base' | 'narrow' | 'wide', string>>,
  pairing: 'shortest' | 'anchored',
): readonly MergePiece[] {
  const back = hunksTo(base, narrow).map((hunk) => ({
    oldStart: hunk.newStart,
    oldEnd: hunk.newEnd,
    newStart: hunk.oldStart,
    newEnd: hunk.oldEnd,
  }))
  const further =
    pairing === 'shortest'
      ? hunksTo(narrow, wide)
      : lastPlaced(narrow, wide, anchoredLineHunks(narrow, wide))
  return piecesOf([narrow, base, wide], [back, further])
}

function regionsOf(
  { base, ours, theirs }: ThreeTexts,
  joined: (hunks: readonly DiffHunk[], base: Lines) => readonly DiffHunk[],
): readonly MergePiece[] {
  const b = linesOf(base)
  return piecesOf(
    [base, ours, theirs],
    [joined(hunksTo(base, ours), b), joined(hunksTo(base, theirs), b)],
  )
}

type Lines = readonly string[]

function piecesOf(
  texts: readonly [string, string, string],
  sides: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): readonly MergePiece[] {
  const [b, o, t] = texts.map(linesOf) as [Lines, Lines, Lines]
  const pieces: MergePiece[] = []
  const at = [0, 0]
  // How far each side stands from the base before the hunk at hand.
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

export function hunksTo(base: string, side: string): readonly DiffHunk[] {
  return lastPlaced(base, side, lineHunks(base, side))
}

/** An insertion or a deletion that may stand at several places stands at the last, as in git. */
function lastPlaced(
  baseText: string,
  sideText: string,
  hunks: readonly DiffHunk[],
): readonly DiffHunk[] {
  const [base, side] = [linesOf(baseText), linesOf(sideText)]
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
