import { unitsOf } from './units-of.ts'

/** What one look at each unit of a text tells of it. What could make its reading long or doubtful stands in few: who asks for it looks no further without its signs. */
export interface TextSigns {
  /** Those of `SIGN` that it holds, each a bit. */
  readonly seen: number
  /** How many signs could open a link, an emphasis or raw HTML; an image counts for ten. */
  readonly marks: number
  /** Whether a line begins with what a hundred and one quotes and lists take at least. */
  readonly isDeep: boolean
  /** The lines that hold nothing but what stands between the head of a table and its rows, by their number from 1 and their offsets. */
  readonly rulers: readonly { readonly line: number; readonly start: number; readonly end: number }[]
}

/** A zero, `\r`, half of a pair, `\*` or `\_`, a line that ends with `\`, `[^`, and `[@` or `[-@`. */
export const SIGN = { zero: 1, return: 2, half: 4, escapedMark: 8, brokenLine: 16, note: 32, citation: 64 } as const

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
  for (let start = 0, end = 0; start < length; start = end + 1) {
    let kinds = 0
    for (end = start; end < length; end++) {
      const kind = KINDS[units[end] as number] as number
      kinds |= kind
      if ((kind & LOOKED_AT) === 0) continue
      if ((kind & LINE_END) !== 0) break
      const next = end + 1 < length ? (units[end + 1] as number) : 0
      if ((kind & BACKSLASH) !== 0)
        seen |= next === STAR || next === LOW_LINE ? SIGN.escapedMark : next === LF || next === CR ? SIGN.brokenLine : 0
      else marks++
      if ((kind & BRACKET) === 0) continue
      if (end > 0 && units[end - 1] === EXCLAMATION) marks += 9
      if (next === CARET) seen |= SIGN.note
      else if (next === AT || (next === DASH && end + 2 < length && units[end + 2] === AT)) seen |= SIGN.citation
    }
    seen |= kinds & SEEN
    if ((kinds & (OF_NO_RULER | DASHES)) === DASHES && (kinds & OF_TABLES) !== 0) rulers.push({ line, start, end })
    if (!isDeep && end - start > DEEPEST) isDeep = isPrefix(units, start, start + DEEPEST)
    if (end < length && units[end] === LF) line++
  }
  return { seen, marks, isDeep, rulers }
}

function isPrefix(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at <= end; at++) if (((KINDS[units[at] as number] as number) & OF_PREFIX) === 0) return false
  return true
}

const LF = 0x0a
const CR = 0x0d
const EXCLAMATION = 0x21
const STAR = 0x2a
const DASH = 0x2d
const AT = 0x40
const CARET = 0x5e
const LOW_LINE = 0x5f

// What a unit is, beside those of `SIGN` that a unit alone tells.
const SEEN = SIGN.zero | SIGN.return | SIGN.half
const LINE_END = 1 << 8
const BACKSLASH = 1 << 9
const MARK = 1 << 10
const BRACKET = 1 << 11
const OF_NO_RULER = 1 << 12
const DASHES = 1 << 13
const OF_TABLES = 1 << 14
const OF_PREFIX = 1 << 15
const LOOKED_AT = LINE_END | BACKSLASH | MARK

const TOLD: readonly (readonly [signs: string, kind: number])[] = [
  ['\0', SIGN.zero],
  ['\r', SIGN.return],
  ['\r\n', LINE_END],
  ['\\', BACKSLASH],
  ['[*_~<', MARK],
  ['[', BRACKET],
  ['-', DASHES],
  ['|:', OF_TABLES],
  [' \t>+*0123456789.)-', OF_PREFIX],
]

const KINDS = new Uint16Array(0x10000).fill(OF_NO_RULER).fill(OF_NO_RULER | SIGN.half, 0xd800, 0xe000)
for (const sign of ' \t>|:-\r\n') KINDS[sign.charCodeAt(0)] = 0
for (const [signs, kind] of TOLD) for (const sign of signs) (KINDS[sign.charCodeAt(0)] as number) |= kind
