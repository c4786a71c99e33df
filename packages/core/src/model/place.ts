import type { Point, Position } from 'unist'

/** A unist position with offsets: lines and columns from 1, offsets from 0, in UTF-16 units. */
export interface Place extends Position {
  readonly start: PlacePoint
  readonly end: PlacePoint
}

export interface PlacePoint extends Point {
  readonly offset: number
}

/** The place of a node; the start of the file for a node without position. */
export function placeOf(node: { readonly position?: Position | undefined }): Place {
  const { start, end } = node.position ?? FILE_START
  // Avoids a copy for most nodes.
  if (start.offset !== undefined && end.offset !== undefined)
    return (node.position ?? FILE_START) as Place
  return {
    start: { ...start, offset: start.offset ?? 0 },
    end: { ...end, offset: end.offset ?? 0 },
  }
}

/** The offsets at which lines begin, for `placeAt`. A lone `\r` ends a line too. */
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

/** The place between two offsets of a text, whose line starts come from `lineStartsOf`. */
export function placeAt(lineStarts: readonly number[], start: number, end: number): Place {
  return { start: pointAt(lineStarts, start), end: pointAt(lineStarts, end) }
}

/** The start of a file, for findings on the file as a whole. */
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

export function startPlaceOf(place: Place): Place {
  return { start: place.start, end: place.start }
}
