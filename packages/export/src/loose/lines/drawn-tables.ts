import { type DrawnTable, drawnTableAt } from '@cahier/prose'
import { fenceAfter, type Line } from './book-lines.ts'
import { indentedCode } from './indented-code.ts'

/** Whether a text may hold tables that are drawn, in its quotations too. */
export const DRAWN_TABLES: RegExp =
  /^(?: {0,3}>[ >]*| *)(?:-{2,}(?: +-+)+|\+(?:[-=:]{2,}\+)+)[ \t]*$/m

/**
 * Writes as tables of forges those that pandoc draws, with dashes under or round their columns or
 * as boxes. A cell has one line there: those of a cell are joined, with a break where a blank line
 * parts them.
 */
export function writeDrawnTables(lines: readonly Line[]): readonly Line[] {
  return lines.some(({ text }) => DRAWN_TABLES.test(text)) ? withTables(lines, DEEPEST) : lines
}

/** Quotations inside one another; what is deeper stays as it was written. */
const DEEPEST = 8
const QUOTE = /^ {0,3}> ?/

function withTables(lines: readonly Line[], depth: number): readonly Line[] {
  const isIndentedCode = indentedCode(lines)
  const tableAt = drawnTableAt(lines.map(({ text }) => text))
  const written: Line[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const quoted = fence === '' && depth > 0 ? quotationAt(lines, at) : []
    if (quoted.length > 0 && tableAt(at) === null) {
      for (const one of quotationWithTables(quoted, depth - 1)) written.push(one)
      at += quoted.length - 1
      continue
    }
    fence = fenceAfter(line.text, fence)
    const drawn = fence === '' ? tableAt(at) : null
    const table = drawn === null || isIndentedCode[drawn.marks] ? null : drawn
    if (table === null) {
      written.push(line)
      continue
    }
    for (const row of gridOf(lines, table, /^ */.exec(lines[table.marks]?.text ?? '')?.[0] ?? ''))
      written.push(row)
    at = table.last
    const [, caption] = /^ *(?:Table)?:[ \t]+(\S.*)$/.exec(lines[at + 2]?.text ?? '') ?? []
    if (caption !== undefined && lines[at + 1]?.text.trim() === '') {
      const said = lines[at + 2] as Line
      written.push(lines[at + 1] as Line, {
        ...said,
        text: caption,
        from: said.from + said.text.length - caption.length,
      })
      at += 2
    }
  }
  return written
}

/** The lines of a quotation; those of it that are blank may stand further out. */
function quotationAt(lines: readonly Line[], at: number): readonly Line[] {
  const sign = QUOTE.exec(lines[at]?.text ?? '')?.[0].trimEnd()
  let end = at
  while (
    sign !== undefined &&
    (lines[end]?.text.startsWith(sign) || (end > at && /^ {0,3}> *$/.test(lines[end]?.text ?? '')))
  )
    end++
  return lines.slice(at, end)
}

function quotationWithTables(quoted: readonly Line[], depth: number): readonly Line[] {
  if (!quoted.some(({ text }) => DRAWN_TABLES.test(text))) return quoted
  const inside = quoted.map((line): Line => {
    const mark = QUOTE.exec(line.text)?.[0].length ?? 0
    return { ...line, text: line.text.slice(mark), from: line.from + mark }
  })
  const mark = `${/^ */.exec(quoted[0]?.text ?? '')?.[0]}> `
  return withTables(inside, depth).map(
    (line): Line => ({ ...line, text: mark + line.text, from: line.from - mark.length }),
  )
}

function gridOf(lines: readonly Line[], { rows, columns }: DrawnTable, margin: string): Line[] {
  const drawn = rows.map((row) => row.map((at) => lines[at] as Line))
  const place = drawn.flat()[0] as Line
  return drawn.flatMap((row, index): Line[] => {
    const cells = columns.map(([from, to]) =>
      cellOf(row.map(({ text }) => text.slice(from, to).trim())),
    )
    const line = { ...(row[0] ?? place), text: `${margin}| ${cells.join(' | ')} |`, end: '\n' }
    return index === 0
      ? [line, { ...line, text: `${margin}|${' --- |'.repeat(columns.length)}` }]
      : [line]
  })
}

function cellOf(lines: readonly string[]): string {
  const said = lines.join('\n').trim()
  return said
    .replace(/\n{2,}|\n(?=(?:[-*+]|\d{1,9}[.)]) )/g, '<br>')
    .replace(/(?:\\$)?\n/gm, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
}
