import type { Root } from 'mdast'
import type { Span } from '../span.ts'

/**
 * The offset of the first block too dense to parse, which `parseMarkdown` reads as plain text;
 * `null` without one.
 */
export function firstDenseBlock(text: string): number | null {
  return denseBlocks(text)[0]?.start ?? null
}

/** The offset of the first dense block of a parsed tree; `null` without one. */
export function denseBlockIn(tree: Root): number | null {
  return nested.get(tree) ?? null
}

export function noteDenseBlock(tree: Root, [first]: readonly Span[]): void {
  if (first !== undefined) nested.set(tree, first.start)
}

const nested = new WeakMap<Root, number>()

/**
 * The blocks over one of the limits below, which would make the parser slow or the tree too deep.
 */
export function denseBlocks(text: string): readonly Span[] {
  if (!mayBeCrowded(text)) return []
  const found: Span[] = []
  let start = 0
  let end = 0
  let crowd = 0
  let closing = 0
  let rereads = countRereads()
  let cells = 0
  let runs = new Set<number>()
  const close = () => {
    const isCrowded =
      crowd > MOST_MARKS || closing > MOST_MARKS || rereads.count > MOST_READS || cells > MOST_CELLS
    if (isCrowded || runs.size > MOST_RUNS) found.push({ start, end })
    crowd = 0
    closing = 0
    rereads = countRereads()
    cells = 0
    runs = new Set()
  }
  for (const { 0: lines, index: from } of text.matchAll(LINES_TOGETHER)) {
    if (!mayBeCrowded(lines)) continue
    for (const { 0: line, index: at } of lines.matchAll(/[^\r\n]+/g)) {
      const index = from + at
      const follows = /^(?:\r\n|\r|\n)$/.test(text.slice(end, Math.min(index, end + 3)))
      const deep = !RULER.test(line) && depthOf(line) > DEEPEST
      if (!follows || BLANK.test(line) || OPENS_BLOCK.test(line)) {
        close()
        start = index
      }
      end = index + line.length
      closing += line.split(']').length - 1
      rereads.read(line)
      crowd += deep ? MOST_MARKS + 1 : RULER.test(line) ? 0 : marksIn(line)
      if (cells > 0 || TABLE_RULER.test(line)) cells += line.split('|').length
      for (const [run] of line.matchAll(/`+/g)) runs.add(run.length)
    }
  }
  close()
  return found
}

/** Lines without an empty line between them. */
const LINES_TOGETHER = /(?:[^\r\n]+(?:\r\n|\r|\n)?)+/g

/** A fast filter: false when no block of the text can be over a limit. */
function mayBeCrowded(text: string) {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0
  return (
    text.length > MOST_CELLS ||
    count(/[[\]*_~<]/g) + 9 * count(/!\[/g) > MOST_MARKS ||
    count(/[\r\n]/g) ** 2 > MOST_READS ||
    LONG_PREFIX.test(text) ||
    text.includes(LONGEST_RUN)
  )
}

/** The most quotations and list items around a line. */
const DEEPEST = 100
const LONG_PREFIX = new RegExp(`^[ \\t>+*\\d.)-]{${DEEPEST}}`, 'm')
/** The most brackets and emphasis marks in a block. */
const MOST_MARKS = 2000
/** The parser needs about 8 kB of memory for each table cell. */
const MOST_CELLS = 20_000
/** The parser searches the whole block once for each length of a backtick run. */
const MOST_RUNS = 32
const LONGEST_RUN = '`'.repeat(MOST_RUNS + 1)
/** The most lines read again: about a quarter of a second. */
const MOST_READS = 5_000_000

const RULER = /^(?:[\s-]+|[\s*]+|[\s_]+)$/
const TABLE_RULER = /^(?=[^-]*-)(?=[^|:]*[|:])[\s>|:-]+$/
const BLANK = /^[\s>]*$/
const OPENS_BLOCK = /^ {0,3}(?:[-+*]|#{1,6})[ \t]/

/**
 * The number of quotations and list items around a line. Two blanks before a marker count as one
 * more list item.
 */
function depthOf(line: string) {
  const marker = /([ \t]*)(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let depth = 0
  for (let match = marker.exec(line); match !== null; match = marker.exec(line))
    depth += 1 + ((match[1] as string).length >> 1)
  return depth
}

/**
 * Counts the lines that the parser reads again. A line that lacks the marker of its quotation or
 * list item makes the parser reread all lines above.
 */
function countRereads() {
  let lines = 0
  let quotes = 0
  let width = 0
  return {
    count: 0,
    read(line: string): void {
      const [prefix = ''] = PREFIX.exec(line) ?? []
      const marks = prefix.split('>').length - 1
      const column = columnAfter(prefix)
      const isItem = /[-+*.)]/.test(prefix)
      if (!isItem && (marks < quotes || column < width)) this.count += lines
      lines++
      quotes = isItem ? marks : Math.max(quotes, marks)
      if (isItem || lines === 1) width = column
    },
  }
}

const PREFIX = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*/

function columnAfter(prefix: string) {
  let column = 0
  for (const sign of prefix) column += sign === '\t' ? 4 - (column % 4) : 1
  return column
}

function marksIn(line: string) {
  let marks = 0
  for (const [mark] of line.matchAll(/!\[|[[*_~<]/g)) marks += mark === '![' ? 10 : 1
  return marks
}
