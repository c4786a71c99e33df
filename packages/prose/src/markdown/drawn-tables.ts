import type { Span } from '../span.ts'

/** The ranges of the tables drawn with characters (pandoc), also in quotations, in order. */
export function drawnTableSpans(source: string): readonly Span[] {
  if (!MAYBE.test(source)) return []
  let start = 0
  const lines = source.split('\n').map((line) => {
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

function drawnIn(lines: readonly SourceLine[], depth: number) {
  const plain = lines.map(({ text }) => text)
  const lastOfTable = drawnTables(plain)
  const found: Span[] = []
  let quoted: SourceLine[] = []
  const closeQuotation = () => {
    if (quoted.length > 0) for (const one of drawnIn(quoted, depth + 1)) found.push(one)
    quoted = []
  }
  for (let at = 0; at < lines.length; at++) {
    const { text, start, end } = lines[at] as SourceLine
    const last = BORDER.test(text)
      ? lastOfBox(plain, at)
      : (lastOfTable(at) ?? (DOUBLE.test(text) ? lastRule(plain, at) : -1))
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
const MOST_QUOTED = 8
const QUOTED = /^ {0,3}> ?/
const DASHES = /^ *-{2,}(?: +-+)+[ \t]*$/
const DOUBLE = /^ *={2,}(?: +={2,})+[ \t]*$/
const RULE = /^ *-{3,}[ \t]*$/
const BORDER = /^ *\+(?:[-=:]{2,}\+)+[ \t]*$/

/** Returns a function that finds the last line of the table that begins at a line. */
function drawnTables(lines: readonly string[]): (at: number) => number | null {
  if (!lines.some((line) => DASHES.test(line))) return () => null
  const below = (sign: RegExp, isLast: boolean) =>
    nextOf(lines, (line, after) => sign.test(line) && (!isLast || endsTable(after)))
  const next: Next = {
    rule: below(RULE, true),
    dashes: below(DASHES, true),
    marks: below(DASHES, false),
  }
  return (at) =>
    endsTable(lines[at - 1]) && !isBlank(lines[at]) ? lastOfColumns(lines, at, next) : null
}

/** The last line of a table with columns marked by dashes. Blank lines may separate its rows. */
function lastOfColumns(lines: readonly string[], at: number, next: Next): number | null {
  const text = (index: number) => lines[index] ?? ''
  const isClosed = RULE.test(text(at))
  let dashes = at
  // A table without a header begins with the dashes.
  while (
    !DASHES.test(text(dashes)) &&
    dashes < at + LONGEST_HEAD &&
    !(dashes > at && isBlank(lines[dashes]))
  )
    dashes++
  if (!DASHES.test(text(dashes)) || (!isClosed && dashes > at + 1)) return null
  const head = range(isClosed ? at + 1 : at, dashes)
  const starts = [...text(dashes).matchAll(/-+/g)].map(({ index }) => index)
  const hasFoot = isClosed || head.length === 0
  let last = dashes
  if (hasFoot) {
    last = (isClosed ? next.rule : next.dashes)[dashes + 1] ?? -1
    const other = next.marks[dashes + 1] ?? -1
    if (last < 0 || (other >= 0 && other < last)) return null
  } else while (!endsTable(lines[last + 1])) last++
  const body = range(dashes + 1, hasFoot ? last : last + 1)
  const isWithin = [...head, ...body].every((line) =>
    starts.every((start) => /^[ \t]?$/.test(text(line).charAt(start - 1))),
  )
  return isWithin && body.some((line) => !isBlank(lines[line])) ? last : null
}

const LONGEST_HEAD = 20

/** For each line, the next line that ends a table or marks columns; -1 without one. */
interface Next {
  readonly rule: readonly number[]
  readonly dashes: readonly number[]
  readonly marks: readonly number[]
}

function nextOf(
  lines: readonly string[],
  isIt: (line: string, after: string | undefined) => boolean,
) {
  const found: number[] = []
  let next = -1
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isIt(lines[at] as string, lines[at + 1])) next = at
    found[at] = next
  }
  return found
}

/** The last line of a table drawn with `+---+---+` and `|`. */
function lastOfBox(lines: readonly string[], at: number) {
  let last = at
  while (/^ *[+|]/.test(lines[last + 1] ?? '')) last++
  return last
}

function lastRule(lines: readonly string[], at: number) {
  let last = at
  for (let line = at; !isBlank(lines[line]); line++)
    if (DOUBLE.test(lines[line] as string)) last = line
  return last
}

function range(from: number, to: number) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

// A pandoc division (`:::`) may begin or end right beside a table.
function endsTable(line: string | undefined) {
  return isBlank(line) || /^ *(?:[:~*+-] +)?:::/.test(line as string)
}

function isBlank(line: string | undefined) {
  return line === undefined || line.trim() === ''
}
