import type { Heading, Paragraph, TableCell } from 'mdast'
import type { Span } from '../span.ts'
import type { Glance } from './glance.ts'
import type { Prose } from './prose.ts'

/**
 * A stretch of prose run together, whatever emphasis or link its words stand in, and where each
 * unit of it is written. Code, images, citations, notes and raw HTML are `OBJECT`, and so is each
 * unit of what is no prose: an address, a formula, a template; a line end is `\n`. What may be read
 * but not changed has no place in the source.
 */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'field'
  /** The block; `null` for a field of a head. */
  readonly node: Paragraph | Heading | TableCell | null
  /** JSON pointer of the field; `''` for a block. */
  readonly pointer: string
  readonly text: string
  /** What it says, which passages that say the same may share. */
  readonly prose: Prose
  /**
   * The same, unit for unit, with the addresses, file names, formulas that are `OBJECT` in `text`.
   */
  readonly written: string
  /** What one look at `text` tells of it. */
  readonly glance: Glance
  /**
   * For each unit of `text`, the offset in the source where it is written, as itself and alone; -1
   * for what may not be changed.
   */
  readonly starts: readonly number[]
  /**
   * For a unit before which marks of Markdown stand, the offset in the source that is inside none
   * of what they open or close.
   */
  readonly gaps: ReadonlyMap<number, number>
  /**
   * For a quote, an apostrophe or a point that is written after a backslash, as pandoc does, the
   * offset of that backslash: both may be replaced together.
   */
  readonly escapes?: ReadonlyMap<number, number>
  /** Offsets in the source of the whole block or field. */
  readonly start: number
  readonly end: number
}

/**
 * The stretch of the source between two offsets of a passage; the nearest places that are known
 * when the ends themselves are not.
 */
export function sourceSpan({ starts, start, end }: Passage, from: number, to: number): Span {
  let first = from
  while (first < starts.length && (starts[first] as number) < 0) first++
  let last = Math.max(from, to) - 1
  while (last >= from && (starts[last] as number) < 0) last--
  if (last >= first) return { start: starts[first] as number, end: (starts[last] as number) + 1 }
  let before = from - 1
  while (before >= 0 && (starts[before] as number) < 0) before--
  const at = before < 0 ? start : (starts[before] as number) + 1
  return from === to
    ? { start: at, end: at }
    : { start: at, end: first < starts.length ? (starts[first] as number) : end }
}

/**
 * The offsets in the source of what a change of `[from, to)` would replace; `null` where it may not
 * be made: it touches something that is no plain text, or its units do not stand side by side in
 * the source. An insertion stands right after the unit before it, and outside of an emphasis or a
 * link that ends or begins there: a space just inside would undo it.
 */
export function changeableSpan(
  { starts, gaps, escapes }: Pick<Passage, 'starts' | 'gaps' | 'escapes'>,
  from: number,
  to: number,
): Span | null {
  if (from === to) {
    const gap = gaps.get(from)
    if (gap !== undefined) return { start: gap, end: gap }
    const before = starts[from - 1] ?? -1
    if (before >= 0) return { start: before + 1, end: before + 1 }
    const after = starts[from] ?? -1
    return after < 0 ? null : { start: after, end: after }
  }
  const placeOf = (at: number) =>
    (starts[at] as number) < 0 ? (escapes?.get(at) ?? -1) : (starts[at] as number)
  const start = from < starts.length ? placeOf(from) : -1
  if (start < 0) return null
  let end = start
  for (let at = from; at < to; at++) {
    if (placeOf(at) !== end) return null
    end += (starts[at] as number) < 0 ? 2 : 1
  }
  return { start, end }
}
