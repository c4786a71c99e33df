import { matchesIn } from '../../matches-in.ts'
import { SIGN, type TextSigns } from '../text-signs.ts'

/** True for a text with rare signs that the engine and the reference read differently. */
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
 * True for a text on which the engine is slow or takes too much memory: many code spans, escapes or
 * references in one long line that is not ASCII, or many character references in one paragraph.
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

/** Most units copied to read a block: all of it for each character reference. */
function copiedIn(block: string): number {
  let references = 0
  for (let at = block.indexOf('&'); at >= 0; at = block.indexOf('&', at + 1)) references++
  return references * block.length
}

/** More than two pages without a line end. */
const MOST_UNITS = 5000
/** A tenth of a second. */
const MOST_COPIED = 100_000_000

/** Offsets of emphasis marks that the engine may read differently, in their block only. */
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
 * Marks beside a character outside the basic plane, of which the reference sees half. Blanks on the
 * other side make no difference.
 */
const ODD_ASTRAL =
  /(?:(?<=[^\s*])\*+|(?<=[^\s_])_+|(?<=[^\s~])~+)[\uD800-\uDFFF]|[\uD800-\uDFFF](?:\*+(?=[^\s*])|_+(?=[^\s_])|~+(?=[^\s~]))/g
/** Marks beside an escaped one. */
const ODD_ESCAPE = /\\[*_][*_]/g
/** A hard break at the end of a link's text. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/** Notes called with `!`, with blanks in their name, or defined inside a container. */
const ODD_NOTE =
  /!\[\^|\]:(?<=\[\^[^\]\r\n]*[ \t][^\] \t\r\n]*\]:)|^[ \t>]*(?:\t {0,3}| {4})\[\^[^\]\r\n]+\]:/m

/** The numbers of possible delimiter lines of tables. */
export function linesLikeRulers(text: string, { rulers }: TextSigns): number[] {
  return rulers
    .filter(({ start, end }) => RULER.test(text.slice(start, end)))
    .map(({ line }) => line)
}

const RULER = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
