import { SIGN, type TextSigns } from '../text-signs.ts'

/** True when the engine may read the text unlike the reference parser, because of rare signs. */
export function isDoubtfulText(text: string, { seen }: TextSigns): boolean {
  return (
    (seen & SIGN.zero) !== 0 ||
    ((seen & SIGN.return) !== 0 && LONE_RETURN.test(text)) ||
    ((seen & SIGN.half) !== 0 && (LONE_SURROGATE.test(text) || ODD_ASTRAL.test(text))) ||
    ((seen & SIGN.escapedMark) !== 0 && ODD_ESCAPE.test(text)) ||
    ((seen & SIGN.brokenLine) !== 0 && BROKEN_LABEL.test(text)) ||
    ((seen & SIGN.note) !== 0 && ODD_NOTE.test(text))
  )
}

/**
 * True when the engine would be slow: a long line, not ASCII, with code spans, escapes or
 * references, or a paragraph with many character references.
 */
export function isSlowForEngine(text: string, { widest }: TextSigns): boolean {
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

/** The units that the engine copies to read a block: all of the block for each `&`. */
function copiedIn(block: string): number {
  let references = 0
  for (let at = block.indexOf('&'); at >= 0; at = block.indexOf('&', at + 1)) references++
  return references * block.length
}

/** Most units of a line: two pages. */
const MOST_UNITS = 5000
/** About a tenth of a second. */
const MOST_COPIED = 100_000_000

const LONE_RETURN = /\r(?!\n)/
const LONE_SURROGATE = /\p{Surrogate}/u
/**
 * Marks beside a character of two units; the reference parser sees only half of it. A blank on the
 * other side makes no difference.
 */
const ODD_ASTRAL =
  /(?:(?<=[^\s*])\*+|(?<=[^\s_])_+|(?<=[^\s~])~+)[\uD800-\uDFFF]|[\uD800-\uDFFF](?:\*+(?=[^\s*])|_+(?=[^\s_])|~+(?=[^\s~]))/
const ODD_ESCAPE = /\\[*_][*_]/
/** A hard break just before the `]` of a link. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/** A footnote after `!`, with blanks in its name, or defined inside a list or quote. */
const ODD_NOTE =
  /!\[\^|\]:(?<=\[\^[^\]\r\n]*[ \t][^\] \t\r\n]*\]:)|^[ \t>]*(?:\t {0,3}| {4})\[\^[^\]\r\n]+\]:/m

/** The numbers of the lines that may separate the head of a table from its rows. */
export function linesLikeRulers(text: string, { rulers }: TextSigns): number[] {
  return rulers
    .filter(({ start, end }) => RULER.test(text.slice(start, end)))
    .map(({ line }) => line)
}

const RULER = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
