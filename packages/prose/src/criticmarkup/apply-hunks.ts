import { countWhile } from '../bisect.ts'
import { type Splice, spliced } from '../span.ts'
import type { Hunk, HunkPart } from './hunk.ts'
import { isTypography } from './relation.ts'

/**
 * Applies hunks (single edits; a move has two parts) of one or several amendments to a text. The
 * hunks must not conflict. An edit that several amendments make is applied once. A typographic edit
 * that touches another edit is dropped.
 */
export function applyHunks(text: string, hunks: readonly Hunk[]): string {
  const unix = unixText(text)
  const parts = new Map<string, RankedPart>()
  // When two amendments spell the same edit differently, the first spelling in sort order is kept.
  for (const part of hunks.flatMap((hunk) =>
    hunk.parts.map((one) => ({ ...one, rank: hunk.rank })),
  )) {
    const name = [part.words, part.between, part.inserted].join('\u0002')
    const known = parts.get(name)
    const kept = known === undefined || part.splice.text < known.splice.text ? part : known
    parts.set(name, { ...kept, rank: Math.max(part.rank, known?.rank ?? 0) })
  }
  const words = [...parts.values()].filter((part) => !isTypography(part))
  const spelling = [...parts.values()].filter(
    (part) => isTypography(part) && !words.some((other) => touches(part, other)),
  )
  const splices = joined([
    ...words,
    ...spelling.filter(
      (part, index) => !spelling.slice(0, index).some((other) => touches(part, other)),
    ),
  ])
  return spliced(
    text,
    splices.map(({ start, end, text: put }) => ({
      start: unix.offsetIn(start),
      end: unix.offsetIn(end),
      text: unix.written(put),
    })),
  )
}

type RankedPart = HunkPart & { readonly rank: number }

/**
 * The splices (replacements) in order. At one offset, an insertion inside a block comes before
 * inserted blocks. Overlapping deletions become one.
 */
function joined(parts: readonly RankedPart[]) {
  const sorted = [...parts].sort(
    (a, b) =>
      a.splice.start - b.splice.start ||
      Number(a.splice.end > a.splice.start) - Number(b.splice.end > b.splice.start) ||
      Number(a.between) - Number(b.between) ||
      a.rank - b.rank ||
      (a.splice.text < b.splice.text ? -1 : 1),
  )
  const splices: Splice[] = []
  for (const { splice } of sorted) {
    const last = splices.at(-1)
    if (last !== undefined && splice.start < last.end && last.text === '' && splice.text === '')
      splices[splices.length - 1] = {
        start: last.start,
        end: Math.max(last.end, splice.end),
        text: '',
      }
    else splices.push(splice)
  }
  return splices
}

function touches({ splice: a }: HunkPart, { splice: b }: HunkPart) {
  return a.start <= b.end && b.start <= a.end
}

/** A text with Unix line ends, and conversions to the offsets and line ends of the original. */
interface UnixText {
  readonly text: string
  readonly offsetIn: (offset: number) => number
  readonly written: (text: string) => string
}

function unixText(text: string): UnixText {
  const returns: number[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2))
    returns.push(at - returns.length)
  if (returns.length === 0) return { text, offsetIn: (offset) => offset, written: (put) => put }
  return {
    text: text.replaceAll('\r\n', '\n'),
    offsetIn: (offset) => offset + countWhile(returns, (place) => place < offset),
    written: (put) => put.replace(/\r?\n/g, '\r\n'),
  }
}
