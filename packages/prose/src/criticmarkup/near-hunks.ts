import { countWhile } from '../bisect.ts'
import type { Hunk } from './hunk.ts'

/** Returns a function that finds the hunks (single edits) in the same or neighbouring sentences. */
export function nearHunks(hunks: readonly Hunk[]): (hunk: Hunk) => readonly Hunk[] {
  const rows = new Map<string, Row>()
  for (const hunk of hunks) {
    const row = rows.get(hunk.field) ?? { spans: [], furthest: [] }
    rows.set(hunk.field, row)
    for (const { sentences } of hunk.parts)
      row.spans.push({ hunk, from: sentences[0], to: sentences[1] })
  }
  for (const { spans, furthest } of rows.values()) {
    spans.sort((a, b) => a.from - b.from)
    for (const { to } of spans) furthest.push(Math.max(to, furthest.at(-1) ?? to))
  }
  return ({ field, parts }) => {
    const row = rows.get(field)
    if (row === undefined) return []
    const found = new Set<Hunk>()
    for (const { sentences } of parts) {
      for (
        let index = countWhile(row.spans, ({ from }) => from <= sentences[1] + 1) - 1;
        index >= 0 && (row.furthest[index] as number) >= sentences[0] - 1;
        index--
      ) {
        const span = row.spans[index] as Span
        if (span.to >= sentences[0] - 1) found.add(span.hunk)
      }
    }
    return [...found]
  }
}

/** The sentences that the hunks of one field change. */
interface Row {
  readonly spans: Span[]
  /** For each span, the greatest `to` of this span and of those before it. */
  readonly furthest: number[]
}

interface Span {
  readonly hunk: Hunk
  readonly from: number
  readonly to: number
}

/**
 * The first hunk that overlaps an earlier one in the text. Two deletions that overlap do not count.
 */
export function overlapping(hunks: readonly Hunk[]): Hunk | undefined {
  let end = 0
  let insertionEnd = 0
  const placed = hunks
    .flatMap((hunk) => hunk.parts.map(({ splice }) => ({ hunk, ...splice })))
    .sort((a, b) => a.start - b.start)
  return placed.find((splice) => {
    const isOverlap = splice.start < (splice.text === '' ? insertionEnd : end)
    end = Math.max(end, splice.end)
    if (splice.text !== '') insertionEnd = Math.max(insertionEnd, splice.end)
    return isOverlap
  })?.hunk
}
