import type { Span } from '../span.ts'

/**
 * A table that is drawn as pandoc draws them: with dashes under or round its columns, or as a box.
 * Lines are counted from 0.
 */
interface DrawnTable {
  /** The lines of each row, the first of which is the head; none for a table without one. */
  readonly rows: readonly (readonly number[])[]
  /** Where each column stands in a line. */
  readonly columns: readonly (readonly [from: number, to: number])[]
  /** The line that marks its columns: a head over it may be set further in. */
  readonly marks: number
  /** Its last line. */
  readonly last: number
}

/** What marks columns: rows of dashes, or boxes. */
const DRAWN_TABLES = /^ *(?:-{2,}(?: +-+)+|\+(?:[-=:]{2,}\+)+)[ \t]*$/m

/** What tells, of a line, which table is drawn from there on. */
type DrawnTableAt = (at: number) => DrawnTable | null

/** Finds the tables that are drawn in lines. */
function drawnTableAt(lines: readonly string[]): DrawnTableAt {
  if (!lines.some((line) => DRAWN_TABLES.test(line))) return () => null
  const below = (sign: RegExp, isLast: boolean) =>
    nextOf(lines, (line, after) => sign.test(line) && (!isLast || isApart(after)))
  const next: Next = {
    rule: below(RULE, true),
    dashes: below(DASHES, true),
    marks: below(DASHES, false),
  }
  return (at) =>
    isApart(lines[at - 1]) && !isBlank(lines[at])
      ? (boxAt(lines, at) ?? columnsAt(lines, at, next))
      : null
}

/**
 * Where tables are drawn in a text, in its quotations too: what is lined up there is no prose, and
 * a letter more or less undoes it.
 */
export function drawnStretches(source: string): readonly Span[] {
  if (!MAYBE.test(source)) return []
  let start = 0
  const lines = source.split('\n').map((line): SourceLine => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    const end = start + line.length + 1
    const own = { text, start, end }
    start = end
    return own
  })
  return drawnIn(lines, 0)
}

interface SourceLine {
  readonly text: string
  readonly start: number
  readonly end: number
}

function drawnIn(lines: readonly SourceLine[], depth: number): Span[] {
  const plain = lines.map(({ text }) => text)
  const tableAt = drawnTableAt(plain)
  const found: Span[] = []
  /** Of one quotation, its lines without their mark. */
  let quoted: SourceLine[] = []
  const closeQuotation = () => {
    if (quoted.length > 0) for (const one of drawnIn(quoted, depth + 1)) found.push(one)
    quoted = []
  }
  for (let at = 0; at < lines.length; at++) {
    const { text, start, end } = lines[at] as SourceLine
    // So are those that are not read: cells over several columns, text right above, rules as
    // reStructuredText has them.
    const last =
      tableAt(at)?.last ??
      (BORDER.test(text) ? lastOfBox(plain, at) : DOUBLE.test(text) ? lastRule(plain, at) : -1)
    const [mark = ''] = last < 0 && depth < MOST_QUOTED ? (QUOTED.exec(text) ?? []) : []
    if (mark === '') closeQuotation()
    else quoted.push({ text: text.slice(mark.length), start, end })
    if (last < 0) continue
    found.push({ start, end: (lines[last] as SourceLine).end })
    at = last
  }
  closeQuotation()
  return found
}

const MAYBE = /[-=:]{2}(?:\+| +[-=])/
/** Quotations in quotations: deeper, nobody draws. */
const MOST_QUOTED = 8
const QUOTED = /^ {0,3}> ?/
const DASHES = /^ *-{2,}(?: +-+)+[ \t]*$/
const DOUBLE = /^ *={2,}(?: +={2,})+[ \t]*$/
const RULE = /^ *-{3,}[ \t]*$/
const BORDER = /^ *\+(?:[-=:]{2,}\+)+[ \t]*$/

/**
 * One whose columns are marked by dashes: rows of one line, or, between two rules, rows of several
 * with blank lines between.
 */
function columnsAt(lines: readonly string[], at: number, next: Next): DrawnTable | null {
  const text = (index: number) => lines[index] ?? ''
  const isClosed = RULE.test(text(at))
  let dashes = at
  // Of one without a head, the dashes come first.
  while (
    !DASHES.test(text(dashes)) &&
    dashes < at + LONGEST_HEAD &&
    !(dashes > at && isBlank(lines[dashes]))
  )
    dashes++
  if (!DASHES.test(text(dashes)) || (!isClosed && dashes > at + 1)) return null
  const head = range(isClosed ? at + 1 : at, dashes)
  const starts = [...text(dashes).matchAll(/-+/g)].map(({ index }) => index)
  const columns = starts.map(
    (start, index) =>
      [index === 0 ? 0 : start, starts[index + 1] ?? Number.POSITIVE_INFINITY] as const,
  )
  let last = dashes
  if (isClosed || head.length === 0) {
    last = (isClosed ? next.rule : next.dashes)[dashes + 1] ?? -1
    // What has columns of its own is another table.
    const other = next.marks[dashes + 1] ?? -1
    if (last < 0 || (other >= 0 && other < last)) return null
  } else while (!isApart(lines[last + 1])) last++
  const hasFoot = isClosed || head.length === 0
  const body = range(dashes + 1, hasFoot ? last : last + 1)
  const rows = body.some((line) => isBlank(lines[line]))
    ? groupsOf(lines, body)
    : body.map((line) => [line])
  const isWithin = [...head, ...body].every((line) =>
    starts.every((start) => /^[ \t]?$/.test(text(line).charAt(start - 1))),
  )
  return rows.length === 0 || !isWithin
    ? null
    : { rows: [head, ...rows], columns, marks: dashes, last }
}

const LONGEST_HEAD = 20

/**
 * For each line, the first from there on that ends a table, since nothing of it follows, or that
 * marks columns; -1 for none.
 */
interface Next {
  readonly rule: readonly number[]
  readonly dashes: readonly number[]
  readonly marks: readonly number[]
}

function nextOf(
  lines: readonly string[],
  isIt: (line: string, after: string | undefined) => boolean,
): readonly number[] {
  const found: number[] = []
  let next = -1
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isIt(lines[at] as string, lines[at + 1])) next = at
    found[at] = next
  }
  return found
}

/** A box: `+---+---+` round each row, `+===+===+` under the head. */
function boxAt(lines: readonly string[], at: number): DrawnTable | null {
  const border = lines[at]?.trimEnd() ?? ''
  if (!BORDER.test(border)) return null
  const last = lastOfBox(lines, at)
  const corners = [...border.matchAll(/\+/g)].map(({ index }) => index)
  const columns = corners.slice(1).map((to, index) => [(corners[index] as number) + 1, to] as const)
  const rows: number[][] = []
  let row: number[] = []
  let head = -1
  for (const place of range(at + 1, last + 1)) {
    const line = lines[place] as string
    if (!line.trimStart().startsWith('+')) {
      // Cells that go over several rows or columns are not read.
      if (corners.some((corner) => line.charAt(corner) !== '|')) return null
      row.push(place)
    } else {
      if (!BORDER.test(line)) return null
      rows.push(row)
      if (line.includes('=')) head = rows.length - 1
      row = []
    }
  }
  if (row.length > 0 || rows.length === 0 || !isApart(lines[last + 1])) return null
  return { rows: head === 0 ? rows : [[], ...rows], columns, marks: at, last }
}

function lastOfBox(lines: readonly string[], at: number): number {
  let last = at
  while (/^ *[+|]/.test(lines[last + 1] ?? '')) last++
  return last
}

function lastRule(lines: readonly string[], at: number): number {
  let last = at
  for (let line = at; !isBlank(lines[line]); line++)
    if (DOUBLE.test(lines[line] as string)) last = line
  return last
}

/** Lines between blank ones. */
function groupsOf(lines: readonly string[], some: readonly number[]): number[][] {
  const groups: number[][] = [[]]
  for (const line of some) {
    if (isBlank(lines[line])) groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

// A division of pandoc may open or close right beside a table, in a definition or an item too.
function isApart(line: string | undefined): boolean {
  return isBlank(line) || /^ *(?:[:~*+-] +)?:::/.test(line as string)
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}
