import { matchesIn } from '../../matches-in.ts'
import { SIGN, type TextSigns } from '../text-signs.ts'

/**
 * Whether a text holds something, rare in prose, of which the engine is known to read more or less
 * than the reference does.
 */
export function isDoubtfulText(text: string, { seen }: TextSigns): boolean {
  return (
    (seen & SIGN.zero) !== 0 ||
    ((seen & SIGN.return) !== 0 && LONE_RETURN.test(text)) ||
    ((seen & SIGN.half) !== 0 && LONE_SURROGATE.test(text)) ||
    ((seen & SIGN.brokenLine) !== 0 && BROKEN_LABEL.test(text)) ||
    ((seen & SIGN.note) !== 0 && ODD_NOTE.test(text))
  )
}

/**
 * Whether the engine would be slow: in a line that is not of ASCII alone, it counts from its
 * beginning for each code span, escape or character reference. Tens of thousands of these in one
 * line took it minutes. For each character reference it also copies all that it read of the
 * paragraph: twenty thousand of them took more memory than a text may have, and nothing was read
 * with it any more.
 */
export function isLongToRead(text: string, { widest }: TextSigns): boolean {
  return (
    (widest > MOST_UNITS &&
      text
        .split('\n')
        .some(
          (line) => line.length > MOST_UNITS && /[`\\&]/.test(line) && /[^\0-\x7F]/.test(line),
        )) ||
    (copiedIn(text) > MOST_COPIED &&
      text.split(/\n[ \t]*\r?\n/).some((block) => copiedIn(block) > MOST_COPIED))
  )
}

/** How many units are copied at most when a block is read. */
function copiedIn(block: string): number {
  let references = 0
  for (let at = block.indexOf('&'); at >= 0; at = block.indexOf('&', at + 1)) references++
  return references * block.length
}

/** Two pages and more without an end of line. */
const MOST_UNITS = 5000
/** A tenth of a second. */
const MOST_COPIED = 100_000_000

/**
 * Offsets of marks of emphasis that the engine may read otherwise than the reference does: in the
 * block where one stands, and nowhere else.
 */
export function oddMarks(text: string, { seen }: TextSigns): readonly number[] {
  return [
    ...((seen & SIGN.half) !== 0 ? matchesIn(text, ODD_ASTRAL) : []),
    ...((seen & SIGN.escapedMark) !== 0 ? matchesIn(text, ODD_ESCAPE) : []),
  ].map(({ index }) => index)
}

/** A line that ends with `\r` alone. */
const LONE_RETURN = /\r(?!\n)/
const LONE_SURROGATE = /\p{Surrogate}/u
/**
 * Marks beside a character outside the basic plane, of which the reference sees half. Where a
 * blank, or nothing, is on the other side, that makes no difference.
 */
const ODD_ASTRAL =
  /(?:(?<=[^\s*])\*+|(?<=[^\s_])_+|(?<=[^\s~])~+)[\uD800-\uDFFF]|[\uD800-\uDFFF](?:\*+(?=[^\s*])|_+(?=[^\s_])|~+(?=[^\s~]))/g
/** Marks beside an escaped one. */
const ODD_ESCAPE = /\\[*_][*_]/g
/** A hard break at the end of a link's text. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/**
 * Notes that are called by an image's mark, have blanks in their name, or are defined deep inside
 * something.
 */
const ODD_NOTE =
  /!\[\^|\]:(?<=\[\^[^\]\r\n]*[ \t][^\] \t\r\n]*\]:)|^[ \t>]*(?:\t {0,3}| {4})\[\^[^\]\r\n]+\]:/m

/** The numbers of the lines that look like the one between the head of a table and its rows. */
export function linesLikeRulers(text: string, { rulers }: TextSigns): number[] {
  return rulers
    .filter(({ start, end }) => RULER.test(text.slice(start, end)))
    .map(({ line }) => line)
}

const RULER = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
