import { type Document, placeOf } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { Code, Paragraph } from 'mdast'

/**
 * A group of lines without a blank line: paragraphs and indented code outside lists and quotations.
 */
export interface LineGroup extends Span {
  /** The lines that Markdown reads as code because of their indent. */
  readonly indented: readonly Span[]
}

/** The groups of lines of a document that contain a tab or indented code. */
export function lineGroups({ body, text }: Document): readonly LineGroup[] {
  const groups: { start: number; end: number; indented: Span[] }[] = []
  for (const node of body?.tree.children ?? []) {
    if (node.type !== 'paragraph' && node.type !== 'code') continue
    const span = spanOf(node, text)
    if (node.type === 'code' && !/^[ \t]/.test(text.slice(span.start, span.end))) continue
    const last = groups.at(-1)
    const indented = node.type === 'code' ? [span] : []
    if (last !== undefined && /^[ \t]*(?:\r\n|\n)$/.test(text.slice(last.end, span.start))) {
      last.end = span.end
      last.indented.push(...indented)
    } else groups.push({ ...span, indented })
  }
  return groups.filter(
    ({ start, end, indented }) => indented.length > 0 || text.slice(start, end).includes('\t'),
  )
}

/** The cells of lines pasted from a table, where tabs separate cells. `null` for other lines. */
export function pastedTableRows(lines: string): readonly (readonly string[])[] | null {
  const rows = lines
    .replace(/[ \r\n]+$/, '')
    .split(/\r\n|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
  const [first = []] = rows
  const isTable =
    rows.length > 1 &&
    first.length > 1 &&
    rows.every((row) => row.length === first.length && row.some((cell) => cell !== ''))
  // When all first cells are empty, the tabs are an indent.
  return isTable && rows.some(([cell]) => cell !== '') && !lines.includes('|') ? rows : null
}

function spanOf(node: Code | Paragraph, text: string): Span {
  const { start, end } = placeOf(node)
  const line = text.lastIndexOf('\n', start.offset - 1) + 1
  return {
    start: text.slice(line, start.offset).trim() === '' ? line : start.offset,
    end: end.offset,
  }
}
