import { unitsOf } from '../utf16-units.ts'

/**
 * The kinds of signs in a text, found in one pass. A rule skips a text without the signs it
 * changes.
 */
export interface SignKinds {
  /** A sum of bits of `SIGN_KINDS`. */
  readonly seen: number
}

/** The kinds of signs that a text may contain, one bit each. */
export const SIGN_KINDS = {
  /** A space of any width. */
  space: 1 << 0,
  point: 1 << 2,
  commaOrClosing: 1 << 3,
  /** `;`, `:`, `!` or `?`. */
  mark: 1 << 4,
  /** `(` */
  opening: 1 << 5,
  straightApostrophe: 1 << 6,
  /** A sign typed for an apostrophe: `` ` ``, `´`, `ʼ`, `′`, `‘`, `‛`. */
  otherApostrophe: 1 << 7,
  straightQuote: 1 << 8,
  guillemet: 1 << 9,
  /** `“`, `”` or `’`. */
  curlyQuote: 1 << 10,
  ellipsis: 1 << 11,
  digit: 1 << 12,
  capitalA: 1 << 14,
  /** `C`, `E` or `I`, perhaps without its accent. */
  bareCapital: 1 << 15,
  romanDigit: 1 << 16,
  /** Signs that may have a composed form, be invisible, or come from a wrong encoding. */
  composable: 1 << 18,
  twoSpaces: 1 << 20,
  twoPoints: 1 << 21,
  /** A space before a point, a comma or a closing parenthesis, or after an opening one. */
  looseSpace: 1 << 22,
  spaceBeforeMark: 1 << 23,
  any: 1 << 24,
} as const

export function signKindsIn(text: string): SignKinds {
  const units = unitsOf(text)
  const { length } = text
  let seen: number = SIGN_KINDS.any
  let twice = 0
  let beforeSpace = 0
  let afterSpace = 0
  let before = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    const kinds = unit < KINDS.length ? (KINDS[unit] as number) : kindsBeyond(unit)
    seen |= kinds
    twice |= kinds & before
    // The bit of a space is 1. As a mask, -1 keeps all bits and 0 keeps none.
    beforeSpace |= before & -(kinds & SPACE)
    afterSpace |= kinds & -(before & SPACE)
    before = kinds
  }
  // The loop has no branch for pairs: V8 would compile this function again for a rare branch.
  const loose = (afterSpace & LOOSE_AFTER) | (beforeSpace & LOOSE_BEFORE)
  const pairs =
    ((twice & SPACE) === 0 ? 0 : TWO_SPACES) |
    ((twice & POINT) === 0 ? 0 : TWO_POINTS) |
    (loose === 0 ? 0 : LOOSE_SPACE) |
    ((afterSpace & MARK) === 0 ? 0 : SPACE_BEFORE_MARK)
  return { seen: seen | pairs }
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
} = SIGN_KINDS
const LOOSE_AFTER = SIGN_KINDS.point | SIGN_KINDS.commaOrClosing
const LOOSE_BEFORE = SIGN_KINDS.opening

/** The kinds of the units below U+2100; few texts have others. */
const KINDS = new Int32Array(0x2100)
mark(' \u00A0\u2007\u2009\u202F', SIGN_KINDS.space)
mark('.', SIGN_KINDS.point)
mark(',)', SIGN_KINDS.commaOrClosing)
mark(';:!?', SIGN_KINDS.mark)
mark('(', SIGN_KINDS.opening)
mark("'", SIGN_KINDS.straightApostrophe)
mark('`´ʼ′‘‛', SIGN_KINDS.otherApostrophe)
mark('"', SIGN_KINDS.straightQuote)
mark('«»', SIGN_KINDS.guillemet)
mark('“”’', SIGN_KINDS.curlyQuote)
mark('…', SIGN_KINDS.ellipsis)
mark('0123456789', SIGN_KINDS.digit)
mark('A', SIGN_KINDS.capitalA)
mark('CEI', SIGN_KINDS.bareCapital)
mark('IVXLC', SIGN_KINDS.romanDigit)
markRange(0x0080, 0x009f, SIGN_KINDS.composable)
mark('\u00AD\u200BÂÃÅ€´ˆ¨¸', SIGN_KINDS.composable)
markRange(0x0300, 0x036f, SIGN_KINDS.composable)
markRange(0x0483, 0x1dff, SIGN_KINDS.composable)
markRange(0x20d0, 0x20ff, SIGN_KINDS.composable)

function mark(signs: string, kind: number) {
  for (const sign of signs) markRange(sign.charCodeAt(0), sign.charCodeAt(0), kind)
}

function markRange(first: number, last: number, kind: number) {
  for (let unit = first; unit <= last; unit++) KINDS[unit] = (KINDS[unit] as number) | kind
}

function kindsBeyond(unit: number) {
  const isComposable = (unit >= 0xfb00 && unit <= 0xfb06) || unit === 0xfeff || unit === 0xfffd
  return isComposable ? COMPOSABLE : 0
}
