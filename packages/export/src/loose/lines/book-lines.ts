import type { Nodes } from 'mdast'

/** A line of a text, as it was or as it was written anew, and where it stands in the file. */
export interface Line {
  readonly text: string
  /** The signs that end it. */
  readonly end: string
  /** From 1, in the file. */
  readonly number: number
  /** Where it starts in the file, and how many signs it has there. */
  readonly start: number
  readonly length: number
  /** Where its first sign would stand in the file if all before its words were as it is now. */
  readonly from: number
}

/** The lines of a text from `from` on; the first is the line `first` of the file. */
export function linesOf(text: string, from: number, first: number): Line[] {
  let start = from
  return text
    .slice(from)
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .map((whole, index) => {
      const written = whole.replace(/[\r\n]+$/, '')
      const line = {
        text: written,
        end: whole.slice(written.length),
        number: first + index,
        start,
        length: written.length,
        from: start,
      }
      start += whole.length
      return line
    })
}

/** Whether there are no words on a line, or no line. */
export function isBlank(line: Line | undefined): boolean {
  return (line?.text ?? '').trim() === ''
}

/** The fence of code that is open after a line, when `fence` was before it; `''` when none is. */
export function fenceAfter(line: string, fence: string): string {
  const [, run = '', after = ''] =
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (run === '' || (run.startsWith('`') && after.includes('`'))) return fence
  if (fence === '') return run
  return run.startsWith(fence) && after.trim() === '' ? '' : fence
}

/**
 * Gives the nodes of a tree the places that its lines have in the file. `above` is how many lines
 * stand before them.
 */
export function placeNodes(node: Nodes, lines: readonly Line[], above: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position
    node.position = { start: placed(start, lines, above), end: placed(end, lines, above) }
  }
  if ('children' in node) for (const child of node.children) placeNodes(child, lines, above)
}

type Point = NonNullable<Nodes['position']>['start']

function placed(point: Point, lines: readonly Line[], above: number): Point {
  const line = lines[Math.min(point.line - above, lines.length) - 1]
  if (line === undefined) return point
  const offset = Math.min(
    Math.max(line.from + point.column - 1, line.start),
    line.start + line.length,
  )
  return { line: line.number, column: offset - line.start + 1, offset }
}
