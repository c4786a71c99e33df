import type { Heading, Paragraph, TableCell } from 'mdast'
import type { Span } from '../span.ts'
import type { Prose } from './prose.ts'
import type { SignKinds } from './sign-kinds.ts'

/**
 * The words of a paragraph, heading, table cell or field, and the place of each UTF-16 unit in the
 * source. `OBJECT` (U+FFFC) replaces all that is not prose, such as code, images and addresses. A
 * line end is `\n`.
 */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'field'
  /** The Markdown node; `null` for a field. */
  readonly node: Paragraph | Heading | TableCell | null
  /** JSON pointer of the field; `''` for a Markdown node. */
  readonly pointer: string
  readonly text: string
  /** The same words without places in the source. */
  readonly prose: Prose
  /**
   * The words of `text`, with the addresses, file names and formulas that `text` replaces by
   * `OBJECT`.
   */
  readonly written: string
  readonly signs: SignKinds
  /** The source offset of each unit of `text`; -1 for a unit that may not be changed alone. */
  readonly starts: readonly number[]
  /**
   * An insertion before a unit beside marks such as `**` goes outside the marks. This map gives its
   * source offset.
   */
  readonly gaps: ReadonlyMap<number, number>
  /**
   * The offset of the backslash before an escaped quote, apostrophe or point (`\'`). The backslash
   * and this sign may be replaced together.
   */
  readonly escapes?: ReadonlyMap<number, number>
  readonly start: number
  readonly end: number
}

/**
 * The source range of the units `[from, to)`. Units without a place give the range between the
 * nearest known places.
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
 * The source range that a change of `[from, to)` replaces; `null` when it is not all plain text. An
 * insertion (`from` equals `to`) goes just after the preceding unit. It goes outside emphasis and
 * links that begin or end there.
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
