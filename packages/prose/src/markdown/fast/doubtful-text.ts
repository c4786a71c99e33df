/** True when the engine may read the text unlike the reference parser, because of rare signs. */
export function isDoubtfulText(text: string): boolean {
  return ODD_SIGNS.some((sign) => sign.test(text))
}

/**
 * True when the engine would be slow: a long line, not ASCII, with code spans, escapes or
 * references, or a paragraph with many character references.
 */
export function isSlowForEngine(text: string): boolean {
  return (
    (text.length > MOST_UNITS &&
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

const ODD_SIGNS: readonly RegExp[] = [
  /\0/,
  /\r(?!\n)/,
  /\p{Surrogate}/u,
  // Marks beside a character of two units: the reference parser sees only half of it. A blank on
  // the other side makes no difference.
  /(?:(?<=[^\s*])\*+|(?<=[^\s_])_+|(?<=[^\s~])~+)[\uD800-\uDFFF]|[\uD800-\uDFFF](?:\*+(?=[^\s*])|_+(?=[^\s_])|~+(?=[^\s~]))/,
  // A mark beside an escaped one.
  /\\[*_][*_]/,
  // A hard break just before the `]` of a link.
  /\\\r?\n[ \t>]*\]/,
  // A footnote after `!`, with blanks in its name, or defined inside a list or quote.
  /!\[\^|\]:(?<=\[\^[^\]\r\n]*[ \t][^\] \t\r\n]*\]:)|^[ \t>]*(?:\t {0,3}| {4})\[\^[^\]\r\n]+\]:/m,
]

/** The numbers of the lines that may separate the head of a table from its rows. */
export function linesLikeRulers(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (RULER.test(line) ? [index + 1] : []))
}

const RULER =
  /^(?=[^|:]*[|:])[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?\r?$/
