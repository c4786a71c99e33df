import { unitsOf } from '../units.ts'

/**
 * What one look at each unit of a text tells of it. What could make its reading long or doubtful
 * stands in few: who asks for it looks no further without its signs.
 */
export interface TextSigns {
  /** Those of `SIGN` that it holds, each a bit. */
  readonly seen: number
  /**
   * How many signs could open a link, an emphasis or raw HTML, or close a link; an image counts for
   * ten.
   */
  readonly marks: number
  /** Whether a line begins with what a hundred and one quotes and lists take at least. */
  readonly isDeep: boolean
  /** How many units its longest line has. */
  readonly widest: number
  /** How many lines stand below one another at most, none of them empty. */
  readonly longest: number
  /**
   * The lines that hold nothing but what stands between the head of a table and its rows, by their
   * number from 1 and their offsets.
   */
  readonly rulers: readonly {
    readonly line: number
    readonly start: number
    readonly end: number
  }[]
}

/**
 * A zero, `\r`, half of a pair, `\*` or `\_`, a line that ends with `\`, `[^`, and `[@` or `[-@`.
 */
export const SIGN = {
  zero: 1,
  return: 2,
  half: 4,
  escapedMark: 8,
  brokenLine: 16,
  note: 32,
  citation: 64,
} as const

/** How many quotes and lists a line may stand in. */
export const DEEPEST = 100

/** Looks once at each unit of a text. */
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
      // Without a branch for what is rare: code that has never run has to be compiled again when it
      // first does.
      const both = kind & (FOLLOWS[end + 1 < length ? (units[end + 1] as number) : 0] as number)
      seen |= both
      if ((both & DASHED) !== 0 && end + 2 < length && units[end + 2] === AT) seen |= CITATION
    }
    seen |= kinds & SEEN_ALONE
    if ((kinds & (OF_NO_RULER | DASHES)) === DASHES && (kinds & OF_TABLES) !== 0)
      rulers.push({ line, start, end })
    if (!isDeep && end - start > DEEPEST) isDeep = isPrefix(units, start, start + DEEPEST)
    if (end - start > widest) widest = end - start
    // Between the two signs of one line end there is nothing.
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

// What a unit is, beside those of `SIGN` that it tells alone, or with the one that follows it.
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

const TOLD: readonly (readonly [signs: string, kind: number])[] = [
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
tell(KINDS, TOLD)

/** What a unit tells with the one before it, when that one has the same bit. */
const FOLLOWS = new Uint16Array(0x10000)
tell(FOLLOWS, [
  ['*_', SIGN.escapedMark],
  ['\r\n', SIGN.brokenLine],
  ['^', SIGN.note],
  ['@', SIGN.citation],
  ['-', DASHED],
])

function tell(kinds: Uint16Array, told: typeof TOLD): void {
  for (const [signs, kind] of told)
    for (const sign of signs) (kinds[sign.charCodeAt(0)] as number) |= kind
}
