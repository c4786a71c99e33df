import { proseAsMarkdown } from '@cahier/prose'
import type { Table } from 'mdast'
import { endOf, insertAt, linePrefix, startOf } from './places-in-tree.ts'
import type { SourceEdit } from './words-to-source.ts'

/** Takes a row out of a table with its line; `row` from 1, the header stays. */
export function withoutRow({ children }: Table, row: number, text: string): SourceEdit | null {
  const own = row === 0 ? undefined : children[row]
  if (own === undefined) return null
  const line = text.lastIndexOf('\n', startOf(own))
  return { start: text[line - 1] === '\r' ? line - 1 : line, end: endOf(own), text: '' }
}

/**
 * Puts a row into a table, after another; `null` when it has more cells than the table has columns.
 */
export function withRow(
  table: Table,
  after: number,
  cells: readonly string[],
  text: string,
  rank: number,
): SourceEdit | null {
  const [head] = table.children
  const columns = head?.children.length ?? 0
  if (head === undefined || cells.length > columns) return null
  const own = table.children[after]
  // Below its head comes the line that says how columns are set.
  const rule = text.indexOf('\n', endOf(head)) + 1
  const [end = ''] = /^[^\r\n]*/.exec(text.slice(rule)) ?? []
  const at = after === 0 || own === undefined ? rule + end.length : endOf(own)
  return insertAt(at, `\n${linePrefix(table, text)}${rowLine(cells, columns)}`, rank)
}

/** A table of its own; its first row heads its columns. */
export function newTable(rows: readonly (readonly string[])[]): string {
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const [head = '', ...others] = rows.map((cells) => rowLine(cells, columns))
  return [head, `|${' --- |'.repeat(columns)}`, ...others].join('\n')
}

function rowLine(cells: readonly string[], columns: number): string {
  return `| ${Array.from({ length: columns }, (_, column) => proseAsMarkdown(cells[column] ?? '', 'cell')).join(' | ')} |`
}
