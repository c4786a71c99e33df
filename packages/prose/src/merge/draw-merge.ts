import { linesOf } from './line-hunks.ts'
import type { MergePiece } from './merge-piece.ts'

/**
 * How conflicts are written, as in git: with markers (`diff3` and `zdiff3` show the base), or
 * settled for a side or for both.
 */
export interface Drawing {
  readonly style: 'merge' | 'diff3' | 'zdiff3' | 'ours' | 'theirs' | 'union'
  /** Names beside the markers: ours, base, theirs. */
  readonly labels: readonly [string, string, string]
  readonly markerSize: number
}

/** The text of a merge, and how many conflicts it shows. */
export function drawMerge(
  pieces: readonly MergePiece[],
  drawing: Drawing,
): { readonly text: string; readonly conflicts: number } {
  let conflicts = 0
  const text = pieces.map((piece) => {
    if (piece.kind === 'settled') return piece.text
    if (drawing.style === 'ours') return piece.ours
    if (drawing.style === 'theirs') return piece.theirs
    if (drawing.style === 'union') return closed(piece.ours) + piece.theirs
    conflicts += 1
    return drawConflict(piece, drawing)
  })
  return { text: text.join(''), conflicts }
}

function drawConflict(
  piece: Extract<MergePiece, { kind: 'conflict' }>,
  { style, labels, markerSize }: Drawing,
): string {
  const ours = linesOf(piece.ours)
  const theirs = linesOf(piece.theirs)
  const most =
    style === 'diff3' || piece.isWhole === true ? 0 : Math.min(ours.length, theirs.length)
  let head = 0
  while (head < most && ours[head] === theirs[head]) head += 1
  let tail = 0
  while (tail < most - head && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail])
    tail += 1
  const end = /\r\n/.test(piece.ours + piece.theirs + piece.base) ? '\r\n' : '\n'
  const marker = (sign: string, label: string) =>
    `${sign.repeat(markerSize)}${label && ` ${label}`}${end}`
  const inner = (lines: readonly string[]) =>
    closed(lines.slice(head, lines.length - tail).join(''), end)
  const middle = style === 'merge' ? '' : marker('|', labels[1]) + closed(piece.base, end)
  return [
    ...ours.slice(0, head),
    marker('<', labels[0]),
    inner(ours),
    middle,
    marker('=', ''),
    inner(theirs),
    marker('>', labels[2]),
    ...ours.slice(ours.length - tail),
  ].join('')
}

function closed(text: string, end = '\n'): string {
  return text === '' || text.endsWith('\n') ? text : text + end
}
