import { unitsOf } from '../units.ts'

/** The result of one pass over a text, by which slower searches are skipped. */
export interface TextSigns {
  /** A sum of bits of `SIGN`. */
  readonly seen: number
  /**
   * The number of signs that may open a link, emphasis or raw HTML, or close a link; ten for an
   * image.
   */
  readonly marks: number
  /** True when a line may be inside more than `DEEPEST` quotes and lists. */
  readonly isDeep: boolean
  readonly widest: number
  /** The most lines in a row without an empty one. */
  readonly longest: number
  /** Lines that may separate the head of a table from its rows: number from 1, offsets. */
  readonly rulers: readonly {
    readonly line: number
    readonly start: number
    readonly end: number
  }[]
}

/** U+0000, `\r`, a surrogate, `\*` or `\_`, a line that ends with `\`, `[^`, and `[@` or `[-@`. */
export const SIGN = {
  zero: 1,
  return: 2,
  half: 4,
  escapedMark: 8,
  brokenLine: 16,
  note: 32,
  citation: 64,
} as const

/** The most quotes and lists around a line that the parser is given. */
export const DEEPEST = 100

/** Reads a text once and returns the signs in it. */
export function signsIn(text: string): TextSigns {
  const units = unitsOf(text)
  const { length } = text
  const rulers: TextSigns['rulers'][number][] = []
  let seen = 0
  let marks = 0
  let isDeep = false
  let line = 1
  let longest = 0
  let together = 0
  let widest = 0
  for (let start = 0, end = 0; start < length; start = end + 1) {
    let kinds = 0
    for (end = start; end < length; end++) {
      const kind = KINDS[units[end] as number] as number
      kinds |= kind
      if ((kind & LOOKED_AT) === 0) continue
      if ((kind & LINE_END) !== 0) break
      if ((kind & MARK) !== 0)
        marks += (kind & BRACKET) !== 0 && end > 0 && units[end - 1] === EXCLAMATION ? 10 : 1
      // No branch for a sign seldom seen: V8 would compile this loop again.
      const both = kind & (FOLLOWS[end + 1 < length ? (units[end + 1] as number) : 0] as number)
      seen |= both
      if ((both & DASHED) !== 0 && end + 2 < length && units[end + 2] === AT) seen |= CITATION
    }
    seen |= kinds & SEEN_ALONE
    if ((kinds & (OF_NO_RULER | DASHES)) === DASHES && (kinds & OF_TABLES) !== 0)
      rulers.push({ line, start, end })
    if (!isDeep && end - start > DEEPEST) isDeep = isPrefix(units, start, start + DEEPEST)
    if (end - start > widest) widest = end - start
    if (end > start) together++
    else if (units[end] !== LF || start === 0 || units[start - 1] !== CR) together = 0
    if (together > longest) longest = together
    if (end < length && units[end] === LF) line++
  }
  return { seen: seen & ALL, marks, isDeep, widest, longest, rulers }
}

function isPrefix(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at <= end; at++)
    if (((KINDS[units[at] as number] as number) & OF_PREFIX) === 0) return false
  return true
}

const LF = 0x0a
const CR = 0x0d
const EXCLAMATION = 0x21
const AT = 0x40

// Classes of units, after the bits of `SIGN`.
const LINE_END = 1 << 8
const DASHED = 1 << 9
const MARK = 1 << 10
const BRACKET = 1 << 11
const OF_NO_RULER = 1 << 12
const DASHES = 1 << 13
const OF_TABLES = 1 << 14
const OF_PREFIX = 1 << 15

const CITATION = SIGN.citation
const ALL = Object.values(SIGN).reduce((all, one) => all | one, 0)
const SEEN_ALONE = SIGN.zero | SIGN.return | SIGN.half
const AFTER_BACKSLASH = SIGN.escapedMark | SIGN.brokenLine
const AFTER_BRACKET = SIGN.note | SIGN.citation | DASHED
const LOOKED_AT = LINE_END | MARK | AFTER_BACKSLASH

const CLASSES: readonly (readonly [signs: string, kind: number])[] = [
  ['\0', SIGN.zero],
  ['\r', SIGN.return],
  ['\r\n', LINE_END],
  ['\\', AFTER_BACKSLASH],
  ['[]*_~<', MARK],
  ['[', BRACKET | AFTER_BRACKET],
  ['-', DASHES],
  ['|:', OF_TABLES],
  [' \t>+*0123456789.)-', OF_PREFIX],
]

const KINDS = new Uint16Array(0x10000)
  .fill(OF_NO_RULER)
  .fill(OF_NO_RULER | SIGN.half, 0xd800, 0xe000)
for (const sign of ' \t>|:-\r\n') KINDS[sign.charCodeAt(0)] = 0
setClasses(KINDS, CLASSES)

/** Bits that count only when the unit before has the same bit. */
const FOLLOWS = new Uint16Array(0x10000)
setClasses(FOLLOWS, [
  ['*_', SIGN.escapedMark],
  ['\r\n', SIGN.brokenLine],
  ['^', SIGN.note],
  ['@', SIGN.citation],
  ['-', DASHED],
])

function setClasses(kinds: Uint16Array, classes: typeof CLASSES): void {
  for (const [signs, kind] of classes)
    for (const sign of signs) (kinds[sign.charCodeAt(0)] as number) |= kind
}
