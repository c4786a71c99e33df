import { fenceAfter, type Line } from './book-lines.ts'
import { indentedCode } from './indented-code.ts'

/** Whether a text may hold tables that are drawn: rows of dashes, or boxes. */
export const DRAWN_TABLES: RegExp = /^ *(?:-{2,}(?: +-+)+|\+(?:[-=:]{2,}\+)+)[ \t]*$/m

/**
 * Writes as tables of forges those that pandoc draws, with dashes under or round their columns or as boxes. A cell has one line there: those of a
 * cell are joined, with a break where a blank line parts them.
 */
export function writeDrawnTables(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => DRAWN_TABLES.test(text))) return lines
  const isIndentedCode = indentedCode(lines)
  const below = (sign: RegExp, isLast: boolean) => nextOf(lines, (line, after) => sign.test(line.text) && (!isLast || isBlank(after)))
  const next: Next = { rule: below(RULE, true), dashes: below(DASHES, true), marks: below(DASHES, false) }
  const written: Line[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    fence = fenceAfter(line.text, fence)
    const drawn = fence !== '' || !isBlank(lines[at - 1]) ? null : (boxAt(lines, at) ?? columnsAt(lines, at, next))
    const table = drawn === null || isIndentedCode[drawn.marks] ? null : drawn
    if (table === null) {
      written.push(line)
      continue
    }
    written.push(...gridOf(table, /^ */.exec(lines[table.marks]?.text ?? '')?.[0] ?? ''))
    at = table.last
    const [, caption] = /^ *(?:Table)?:[ \t]+(\S.*)$/.exec(lines[at + 2]?.text ?? '') ?? []
    if (caption !== undefined && isBlank(lines[at + 1])) {
      const said = lines[at + 2] as Line
      written.push(lines[at + 1] as Line, { ...said, text: caption, from: said.from + said.text.length - caption.length })
      at += 2
    }
  }
  return written
}

interface DrawnTable {
  /** The lines of each row, the first of which is the head; none for a table without one. */
  readonly rows: readonly (readonly Line[])[]
  /** Where each column stands in a line. */
  readonly columns: readonly (readonly [from: number, to: number])[]
  /** The line that marks its columns: a head over it may be set further in. */
  readonly marks: number
  /** Its last line. */
  readonly last: number
}

const DASHES = /^ *-{2,}(?: +-+)+[ \t]*$/
const RULE = /^ *-{3,}[ \t]*$/

/** One whose columns are marked by dashes: rows of one line, or, between two rules, rows of several with blank lines between. */
function columnsAt(lines: readonly Line[], at: number, next: Next): DrawnTable | null {
  const text = (index: number) => lines[index]?.text ?? ''
  const isClosed = RULE.test(text(at))
  let dashes = at
  // Of one without a head, the dashes come first.
  while (!DASHES.test(text(dashes)) && dashes < at + LONGEST_HEAD && !(dashes > at && isBlank(lines[dashes]))) dashes++
  if (!DASHES.test(text(dashes)) || (!isClosed && dashes > at + 1)) return null
  const head = lines.slice(isClosed ? at + 1 : at, dashes)
  const starts = [...text(dashes).matchAll(/-+/g)].map(({ index }) => index)
  const columns = starts.map((start, index) => [index === 0 ? 0 : start, starts[index + 1] ?? Number.POSITIVE_INFINITY] as const)
  let last = dashes
  if (isClosed || head.length === 0) {
    last = (isClosed ? next.rule : next.dashes)[dashes + 1] ?? -1
    // What has columns of its own is another table.
    const other = next.marks[dashes + 1] ?? -1
    if (last < 0 || (other >= 0 && other < last)) return null
  } else while (!isBlank(lines[last + 1])) last++
  const hasFoot = isClosed || head.length === 0
  const body = lines.slice(dashes + 1, hasFoot ? last : last + 1)
  const rows = body.some(isBlank) ? groupsOf(body) : body.map((line) => [line])
  const isWithin = [...head, ...body].every((line) => starts.every((start) => /^[ \t]?$/.test(line.text.charAt(start - 1))))
  return rows.length === 0 || !isWithin ? null : { rows: [head, ...rows], columns, marks: dashes, last }
}

const LONGEST_HEAD = 20

/** For each line, the first from there on that ends a table, since a blank one follows it, or that marks columns; -1 for none. */
interface Next {
  readonly rule: readonly number[]
  readonly dashes: readonly number[]
  readonly marks: readonly number[]
}

function nextOf(lines: readonly Line[], isIt: (line: Line, after: Line | undefined) => boolean): readonly number[] {
  const found: number[] = []
  let next = -1
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isIt(lines[at] as Line, lines[at + 1])) next = at
    found[at] = next
  }
  return found
}

/** A box: `+---+---+` round each row, `+===+===+` under the head. */
function boxAt(lines: readonly Line[], at: number): DrawnTable | null {
  const border = lines[at]?.text.trimEnd() ?? ''
  if (!BORDER.test(border)) return null
  let last = at
  while (/^ *[+|]/.test(lines[last + 1]?.text ?? '')) last++
  const corners = [...border.matchAll(/\+/g)].map(({ index }) => index)
  const columns = corners.slice(1).map((to, index) => [(corners[index] as number) + 1, to] as const)
  const rows: Line[][] = []
  let row: Line[] = []
  let head = -1
  for (const line of lines.slice(at + 1, last + 1)) {
    if (!line.text.trimStart().startsWith('+')) {
      // Cells that go over several rows or columns are not read.
      if (corners.some((corner) => line.text.charAt(corner) !== '|')) return null
      row.push(line)
    } else {
      if (!BORDER.test(line.text)) return null
      rows.push(row)
      if (line.text.includes('=')) head = rows.length - 1
      row = []
    }
  }
  if (row.length > 0 || rows.length === 0 || !isBlank(lines[last + 1])) return null
  return { rows: head === 0 ? rows : [[], ...rows], columns, marks: at, last }
}

const BORDER = /^ *\+(?:[-=:]{2,}\+)+[ \t]*$/

/** Lines between blank ones. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function gridOf({ rows, columns }: DrawnTable, margin: string): Line[] {
  const place = rows.flat()[0] as Line
  return rows.flatMap((row, index): Line[] => {
    const cells = columns.map(([from, to]) => cellOf(row.map(({ text }) => text.slice(from, to).trim())))
    const line = { ...(row[0] ?? place), text: `${margin}| ${cells.join(' | ')} |`, end: '\n' }
    return index === 0 ? [line, { ...line, text: `${margin}|${' --- |'.repeat(columns.length)}` }] : [line]
  })
}

function cellOf(lines: readonly string[]): string {
  const said = lines.join('\n').trim()
  return said
    .replace(/\n{2,}|\n(?=(?:[-*+]|\d{1,9}[.)]) )/g, '<br>')
    .replace(/(?:\\$)?\n/gm, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}
