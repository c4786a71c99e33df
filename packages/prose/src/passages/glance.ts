import { unitsOf } from '../units.ts'

/** The result of one pass over the units of a text, by which most rules can skip it. */
export interface Glance {
  /** Bits of `SEEN`. */
  readonly seen: number
  /** The number of spaces and ASCII control characters: there is at most one word more. */
  readonly blanks: number
}

/** Kinds of signs in a text, and of signs side by side, one bit each. */
export const SEEN = {
  /** An ordinary space, or one of U+00A0, U+202F, U+2009, U+2007. */
  space: 1 << 0,
  /** A tab, a line end, or another ASCII control character. */
  control: 1 << 1,
  /** `.` */
  point: 1 << 2,
  /** `,` or `)` */
  commaOrClosing: 1 << 3,
  /** `;`, `:`, `!` or `?` */
  mark: 1 << 4,
  /** `(` */
  opening: 1 << 5,
  /** `'` */
  straightApostrophe: 1 << 6,
  /** Other signs typed for an apostrophe: `` ` ``, `´`, `ʼ`, `′`, `‘`, `‛`. */
  otherApostrophe: 1 << 7,
  /** `"` */
  straightQuote: 1 << 8,
  /** `«` or `»` */
  guillemet: 1 << 9,
  /** `“`, `”` or `’` */
  curlyQuote: 1 << 10,
  /** `…` */
  ellipsis: 1 << 11,
  /** `0` to `9` */
  digit: 1 << 12,
  /** `-` */
  hyphen: 1 << 13,
  /** `A` */
  capitalA: 1 << 14,
  /** A capital that may lack its French accent or cedilla: `C`, `E`, `I`. */
  bareCapital: 1 << 15,
  /** Roman digits: `I`, `V`, `X`, `L`, `C`. */
  romanDigit: 1 << 16,
  /** U+00A0 or U+202F. */
  noBreakSpace: 1 << 17,
  /**
   * Signs that may have a composed form, be invisible, or come from a wrong encoding: marks,
   * ligatures, C1, scripts with marks, lone accents, U+00AD, U+200B, U+FEFF, U+FFFD.
   */
  composable: 1 << 18,
  /** A letter of Greek or a later script. */
  beyondLatin: 1 << 19,
  /** Two spaces in a row. */
  twoSpaces: 1 << 20,
  /** Two points in a row. */
  twoPoints: 1 << 21,
  /** A space before a point, a comma or a closing parenthesis, or after an opening one. */
  looseSpace: 1 << 22,
  /** A space before `;`, `:`, `!` or `?`. */
  spaceBeforeMark: 1 << 23,
  /** `„` or `<` */
  lowQuote: 1 << 25,
  /** Always set. */
  any: 1 << 24,
} as const

/** Reads each unit of a text once. */
export function glanceAt(text: string): Glance {
  const units = unitsOf(text)
  const { length } = text
  let seen: number = SEEN.any
  let blanks = 0
  let twice = 0
  let beforeSpace = 0
  let afterSpace = 0
  let before = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    const kinds = unit < KINDS.length ? (KINDS[unit] as number) : kindsBeyond(unit)
    seen |= kinds
    twice |= kinds & before
    // The space is the first bit: negated, it is all bits or none.
    beforeSpace |= before & -(kinds & SPACE)
    afterSpace |= kinds & -(before & SPACE)
    blanks += (kinds | (kinds >> 1)) & SPACE
    before = kinds
  }
  // Branches taken rarely would make V8 compile this function again.
  const loose = (afterSpace & LOOSE_AFTER) | (beforeSpace & LOOSE_BEFORE)
  const pairs =
    ((twice & SPACE) === 0 ? 0 : TWO_SPACES) |
    ((twice & POINT) === 0 ? 0 : TWO_POINTS) |
    (loose === 0 ? 0 : LOOSE_SPACE) |
    ((afterSpace & MARK) === 0 ? 0 : SPACE_BEFORE_MARK)
  return { seen: seen | pairs, blanks }
}

const {
  space: SPACE,
  point: POINT,
  mark: MARK,
  twoSpaces: TWO_SPACES,
  twoPoints: TWO_POINTS,
  looseSpace: LOOSE_SPACE,
  spaceBeforeMark: SPACE_BEFORE_MARK,
  composable: COMPOSABLE,
  beyondLatin: BEYOND_LATIN,
} = SEEN
const LOOSE_AFTER = SEEN.point | SEEN.commaOrClosing
const LOOSE_BEFORE = SEEN.opening

/** The kinds of units up to punctuation and symbol marks; few texts have others. */
const KINDS = new Int32Array(0x2100)
mark(' \u00A0\u2007\u2009\u202F', SEEN.space)
mark('.', SEEN.point)
mark(',)', SEEN.commaOrClosing)
mark(';:!?', SEEN.mark)
mark('(', SEEN.opening)
mark("'", SEEN.straightApostrophe)
mark('`´ʼ′‘‛', SEEN.otherApostrophe)
mark('"', SEEN.straightQuote)
mark('«»', SEEN.guillemet)
mark('“”’', SEEN.curlyQuote)
mark('„<', SEEN.lowQuote)
mark('…', SEEN.ellipsis)
mark('0123456789', SEEN.digit)
mark('-', SEEN.hyphen)
mark('A', SEEN.capitalA)
mark('CEI', SEEN.bareCapital)
mark('IVXLC', SEEN.romanDigit)
mark('\u00A0\u202F', SEEN.noBreakSpace)
markRange(0x0000, 0x001f, SEEN.control)
markRange(0x0080, 0x009f, SEEN.composable)
mark('\u00AD\u200BÂÃÅ€´ˆ¨¸', SEEN.composable)
markRange(0x0300, 0x036f, SEEN.composable)
markRange(0x0483, 0x1dff, SEEN.composable)
markRange(0x20d0, 0x20ff, SEEN.composable)
markRange(0x0370, 0x1cff, SEEN.beyondLatin)

function mark(signs: string, kind: number): void {
  for (const sign of signs) markRange(sign.charCodeAt(0), sign.charCodeAt(0), kind)
}

function markRange(first: number, last: number, kind: number): void {
  for (let unit = first; unit <= last; unit++) KINDS[unit] = (KINDS[unit] as number) | kind
}

function kindsBeyond(unit: number): number {
  if ((unit >= 0xfb00 && unit <= 0xfb06) || unit === 0xfeff || unit === 0xfffd) return COMPOSABLE
  const isLetter =
    (unit >= 0x2e80 && unit <= 0xd7ff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff66 && unit <= 0xff9f)
  return isLetter ? BEYOND_LATIN : 0
}
