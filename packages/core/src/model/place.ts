import type { Point, Position } from 'unist'

/**
 * A unist position whose offsets are always there: lines and columns from 1, offsets from 0, in
 * UTF-16 units.
 */
export interface Place extends Position {
  readonly start: PlacePoint
  readonly end: PlacePoint
}

export interface PlacePoint extends Point {
  readonly offset: number
}

/**
 * The place of a node made by the parser, which gives every node one; the start of the file for a
 * node made by hand.
 */
export function placeOf(node: { readonly position?: Position | undefined }): Place {
  const { start, end } = node.position ?? FILE_START
  // As parsers give it: most are asked for, and few kept.
  if (start.offset !== undefined && end.offset !== undefined)
    return (node.position ?? FILE_START) as Place
  return {
    start: { ...start, offset: start.offset ?? 0 },
    end: { ...end, offset: end.offset ?? 0 },
  }
}

/**
 * Gives the line starts of a text, so that `placeAt` need not count again. A `\r` alone ends a
 * line, as it does for Markdown, YAML and editors.
 */
export function lineStartsOf(text: string): readonly number[] {
  if (/\r(?!\n)/.test(text))
    return [
      0,
      ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length),
    ]
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The place between two offsets of a text. */
export function placeAt(lineStarts: readonly number[], start: number, end: number): Place {
  return { start: pointAt(lineStarts, start), end: pointAt(lineStarts, end) }
}

/** The very beginning of a file: where remarks on the file as a whole stand. */
export const FILE_START: Place = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

function pointAt(lineStarts: readonly number[], offset: number): PlacePoint {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] as number) + 1, offset }
}

/** The place before the first sign of another. */
export function startOf(place: Place): Place {
  return { start: place.start, end: place.start }
}
