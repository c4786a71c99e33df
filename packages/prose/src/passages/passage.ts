import type { Heading, Paragraph, TableCell } from 'mdast'
import type { Span } from '../span.ts'
import type { Glance } from './glance.ts'
import type { Prose } from './prose.ts'

/**
 * A paragraph, heading, table cell or field as one run of prose, and the place of each unit in the
 * source. Code, images, citations, note calls and raw HTML are `OBJECT`, as is each unit of an
 * address, a formula or a template. A line end is `\n`.
 */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'field'
  /** The block; `null` for a field. */
  readonly node: Paragraph | Heading | TableCell | null
  /** JSON pointer of the field; `''` for a block. */
  readonly pointer: string
  readonly text: string
  /** Its words, shared by passages with the same text. */
  readonly prose: Prose
  /** The same, unit for unit, with the addresses, file names and formulas. */
  readonly written: string
  readonly glance: Glance
  /** The offset in the source of each unit; -1 for a unit that may not be changed. */
  readonly starts: readonly number[]
  /** For units after Markdown marks, the offset in the source outside of what the marks enclose. */
  readonly gaps: ReadonlyMap<number, number>
  /**
   * For quotes, apostrophes and points escaped as pandoc does, the offset of the backslash: both
   * may be replaced together.
   */
  readonly escapes?: ReadonlyMap<number, number>
  /** Offsets in the source. */
  readonly start: number
  readonly end: number
}

/** The source between two offsets of a passage, or between the nearest known places. */
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
 * The source that a change of `[from, to)` would replace. `null` when it holds other things than
 * plain text. An insertion follows the unit before it, outside of emphasis and links that begin or
 * end there.
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
