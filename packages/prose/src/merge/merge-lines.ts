import { countWhile } from '../bisect.ts'
import {
  commonSubsequence,
  type DiffHunk,
  hunksBetween,
  shiftedHunk,
  slideRange,
} from '../diff/common-subsequence.ts'
import {
  agreedText,
  type MergePiece,
  mapSides,
  settled,
  type ThreeTexts,
  withoutEmpty,
} from './merge-piece.ts'

/**
 * Merges lines as `git merge-file --diff3` does. Changes of the two sides that overlap or touch are
 * a conflict, unless they give the same text. The order of the sides makes no difference. For
 * `paragraph`, two changes of one side with only blank lines between them are one change.
 */
export function mergeLines(
  texts: ThreeTexts,
  unit: 'line' | 'paragraph' = 'line',
): readonly MergePiece[] {
  const lines = mapSides((side) => textLines(texts[side]))
  const hunks = mapSides((side) => {
    const found = side === 'base' ? [] : gitLineHunks(texts.base, texts[side])
    return unit === 'line' ? found : acrossBlanks(found, lines.base)
  })
  const pieces: MergePiece[] = []
  let from = 0
  for (const { start, end } of joined([...hunks.ours, ...hunks.theirs])) {
    const changed = mapSides((side) =>
      lines[side]
        .slice(start + shiftAt(hunks[side], start - 1), end + shiftAt(hunks[side], end))
        .join(''),
    )
    const agreed = agreedText(changed)
    pieces.push(
      settled(lines.base.slice(from, start).join('')),
      agreed === null ? { kind: 'conflict', ...changed } : settled(agreed),
    )
    from = end
  }
  return withoutEmpty([...pieces, settled(lines.base.slice(from).join(''))])
}

/** The changes of lines from `base` to `side`, each at the last possible place, as in git. */
export function gitLineHunks(base: string, side: string): readonly DiffHunk[] {
  const [old, young] = [textLines(base), textLines(side)]
  return lineHunks(base, side).map((hunk, index, hunks) => {
    const most = (hunks[index + 1]?.oldStart ?? old.length) - hunk.oldEnd
    return shiftedHunk(hunk, slideRange(hunk, old, young, 0, most)[1])
  })
}

export function lineHunks(base: string, side: string): readonly DiffHunk[] {
  const [old, young] = [textLines(base), textLines(side)]
  return hunksBetween(commonSubsequence(old, young), old.length, young.length)
}

/** The lines of a text, with their line ends. */
export function textLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function acrossBlanks(hunks: readonly DiffHunk[], base: readonly string[]) {
  const out: DiffHunk[] = []
  for (const hunk of hunks) {
    const last = out.at(-1)
    const isNear = last && base.slice(last.oldEnd, hunk.oldStart).every((line) => !line.trim())
    if (isNear) out[out.length - 1] = { ...last, oldEnd: hunk.oldEnd, newEnd: hunk.newEnd }
    else out.push(hunk)
  }
  return out
}

function joined(hunks: readonly DiffHunk[]) {
  const ranges: { start: number; end: number }[] = []
  for (const { oldStart, oldEnd } of hunks.toSorted((a, b) => a.oldStart - b.oldStart)) {
    const last = ranges.at(-1)
    if (last !== undefined && oldStart <= last.end) last.end = Math.max(last.end, oldEnd)
    else ranges.push({ start: oldStart, end: oldEnd })
  }
  return ranges
}

/** The number to add to line `place` of the base to get the line of a side. */
function shiftAt(hunks: readonly DiffHunk[], place: number) {
  const last = hunks[countWhile(hunks, ({ oldEnd }) => oldEnd <= place) - 1]
  return last === undefined ? 0 : last.newEnd - last.oldEnd
}
