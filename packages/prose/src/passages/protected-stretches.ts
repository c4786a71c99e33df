import { drawnTableSpans } from '../markdown/drawn-tables.ts'
import { matchesIn } from '../matches-in.ts'
import type { Span } from '../span.ts'
import { unitsOf } from '../utf16-units.ts'
import { PROTECTED, PROTECTED_IN_SOURCE, type ProtectedPattern } from './protected-patterns.ts'

/** The character that replaces parts that are not prose, such as code or an address. */
export const OBJECT = '\uFFFC'

// For each pair of signs, the patterns that may match a text with this pair, one bit each.
const PATTERNS_OF_PAIR = new Int32Array(128 * 128)
const IS_FIRST_OF_PAIR = new Uint8Array(0x10000)
PROTECTED.forEach(({ pairs }, rank) => {
  for (const [sign, nexts] of Object.entries(pairs)) {
    const row = sign.charCodeAt(0)
    IS_FIRST_OF_PAIR[row] = 1
    for (let at = 0; at < nexts.length; at++)
      (PATTERNS_OF_PAIR[row * 128 + nexts.charCodeAt(at)] as number) |= 1 << rank
  }
})

function patternsFor(text: string) {
  const units = unitsOf(text)
  const { length } = text
  let wanted = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    if (IS_FIRST_OF_PAIR[unit] === 0) continue
    const next = at + 1 < length ? (units[at + 1] as number) : 0
    wanted |= PATTERNS_OF_PAIR[unit * 128 + Math.min(next, 127)] as number
  }
  return wanted
}

function protectedStretches(text: string) {
  const patterns: ProtectedPattern[] = []
  for (let wanted = patternsFor(text), rank = 0; wanted !== 0; wanted >>>= 1, rank++)
    if ((wanted & 1) !== 0) patterns.push(PROTECTED[rank] as ProtectedPattern)
  return found(text, patterns)
}

/** The parts of a Markdown source that fixes must not change, such as ASCII tables. */
export function protectedInSource(source: string): readonly Span[] {
  return found(source, PROTECTED_IN_SOURCE, drawnTableSpans(source))
}

function found(
  text: string,
  patterns: readonly Omit<ProtectedPattern, 'pairs'>[],
  others: readonly Span[] = [],
): readonly Span[] {
  const all = [...others]
  for (const { hint, pattern } of patterns) {
    if (hint?.test(text) === false) continue
    for (const { 0: written, index, groups } of matchesIn(text, pattern()))
      all.push({ start: index - (groups?.before?.length ?? 0), end: index + written.length })
  }
  if (all.length < 2) return all
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: { start: number; end: number }[] = []
  for (const stretch of all) {
    const last = apart.at(-1)
    if (last !== undefined && stretch.start < last.end) last.end = Math.max(last.end, stretch.end)
    else apart.push({ ...stretch })
  }
  return apart
}

/** Replaces each UTF-16 unit of the protected parts by `OBJECT`; line ends stay. */
export function proseOnly(text: string): string {
  let prose = ''
  let from = 0
  for (const { start, end } of protectedStretches(text)) {
    prose += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, OBJECT)
    from = end
  }
  return from === 0 ? text : prose + text.slice(from)
}
