import { fenceAfter, isBlank, type Line } from './book-lines.ts'
import { indentedCode } from './indented-code.ts'

/** Whether a text may hold rows of a table, one below the other. */
export const ROWS: RegExp = /^ {0,3}\|.*\|[ \t]*(?:\r\n|\r|\n) {0,3}\|.*\|[ \t]*$/m

/**
 * Writes a head with nothing in it above a table that has none, as Jekyll takes it; forges show its
 * bars. All of its rows have as many cells.
 */
export function writeHeads(lines: readonly Line[]): readonly Line[] {
  const isIndentedCode = indentedCode(lines)
  let fence = ''
  return lines.flatMap((line, at) => {
    fence = fenceAfter(line.text, fence)
    const cells =
      fence === '' && !isIndentedCode[at] && isBlank(lines[at - 1]) ? cellsOfTable(lines, at) : 0
    // As far in as its table: it stands in the same item.
    const indent = line.text.slice(0, line.text.indexOf('|'))
    const row = (cell: string): Line => ({
      ...line,
      text: `${indent}|${cell.repeat(cells)}`,
      end: '\n',
    })
    return cells < 2 ? [line] : [row('  |'), row(' --- |'), line]
  })
}

/**
 * How many cells each row has of the table that begins at `at`; 0 where there is none, or it has a
 * head.
 */
function cellsOfTable(lines: readonly Line[], at: number): number {
  let end = at
  while (/^ {0,3}\|.*\|[ \t]*$/.test(lines[end]?.text ?? '')) end++
  const rows = lines.slice(at, end).map(({ text }) => text.trim())
  const counts = new Set(rows.map((row) => row.match(/(?<!\\)\|/g)?.length ?? 0))
  const isTable =
    rows.length > 1 &&
    counts.size === 1 &&
    isBlank(lines[end]) &&
    !rows.some((row) => /^[-:| ]+$/.test(row))
  return isTable ? [...counts].reduce((most, count) => Math.max(most, count - 1), 0) : 0
}
