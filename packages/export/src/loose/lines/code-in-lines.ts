import type { Line } from './book-lines.ts'
import { FORMULA } from './hidden-math.ts'
import { WHOLE } from './indented-code.ts'

/**
 * For each line, whether a place of it stands in code or in a formula, where signs are shown rather
 * than meant. Either may go over the lines of a paragraph; fences and code by its indent are not
 * looked at.
 */
export function codeIn(lines: readonly Line[]): (at: number) => (column: number) => boolean {
  const starts: { readonly isShown: Uint8Array; readonly from: number }[] = []
  let first = 0
  lines.forEach(({ text }, at) => {
    if (at + 1 < lines.length && !partsWords(text) && !beginsWords((lines[at + 1] as Line).text))
      return
    const words = lines.slice(first, at + 1).map((line) => line.text)
    const isShown = shownIn(words.join('\n'))
    let from = 0
    for (const { length } of words) {
      starts.push({ isShown, from })
      from += length + 1
    }
    first = at + 1
  })
  return (at) => (column) => {
    const { isShown, from } = starts[at] as (typeof starts)[number]
    return isShown[from + column] === 1
  }
}

/** Lines that are no part of a paragraph with the next one; rows of tables are each their own. */
function partsWords(line: string): boolean {
  return line.trim() === '' || line.includes('|') || WHOLE.test(line)
}

function beginsWords(line: string): boolean {
  return partsWords(line) || /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)
}

/** 1 for each place that stands in code or in a formula; nothing where there is neither. */
function shownIn(words: string): Uint8Array {
  if (!/[`$]/.test(words)) return NOTHING
  const isShown = new Uint8Array(words.length)
  const formulas = [...words.matchAll(FORMULA)].map(
    ({ 0: formula, index }): Span => [index, index + formula.length],
  )
  for (const [start, end] of [...codeSpans(words), ...formulas]) isShown.fill(1, start, end)
  return isShown
}

const NOTHING = new Uint8Array()

type Span = readonly [start: number, end: number]

/** What stands between two runs of as many backticks, those included. */
function codeSpans(words: string): Span[] {
  const runs = [...words.matchAll(/(?<!\\)(\\*)(`+)/g)].map(
    ({ 1: escapes = '', 2: ticks = '', index }) => {
      const start = index + escapes.length
      return { start, end: start + ticks.length, isEscaped: escapes.length % 2 === 1 }
    },
  )
  /** The next run of each length, found from the end. */
  const closings = new Map<number, number>()
  const closed = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at--) {
    const { start, end, isEscaped } = runs[at] as (typeof runs)[number]
    closed[at] = closings.get(end - start - (isEscaped ? 1 : 0)) ?? -1
    closings.set(end - start, end)
  }
  const spans: Span[] = []
  runs.forEach(({ start }, at) => {
    const end = closed[at] ?? -1
    if (end > start && start >= (spans.at(-1)?.[1] ?? 0)) spans.push([start, end])
  })
  return spans
}
