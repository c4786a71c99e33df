/** True when rare signs may make the engine (satteri) read the text unlike the reference parser. */
export function isDoubtfulText(text: string): boolean {
  return ODD_SIGNS.some((sign) => sign.test(text))
}

/**
 * True when the engine would be slow: for a long non-ASCII line with code spans, escapes or
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

/** The number of UTF-16 units that the engine copies for a block: the whole block for each `&`. */
function copiedIn(block: string) {
  let references = 0
  for (let at = block.indexOf('&'); at >= 0; at = block.indexOf('&', at + 1)) references++
  return references * block.length
}

const MOST_UNITS = 5000
/** The engine copies this many units in about a tenth of a second. */
const MOST_COPIED = 100_000_000

const ODD_SIGNS: readonly RegExp[] = [
  /\0/,
  /\r(?!\n)/,
  /\p{Surrogate}/u,
  // Emphasis marks beside a character of two UTF-16 units: the reference parser reads only one
  // unit. With a blank on their other side, the parsers agree.
  /[\uD800-\uDFFF](?:(?<=(?:[^\s*]\*+|[^\s_]_+|[^\s~]~+).)|\*+[^\s*]|_+[^\s_]|~+[^\s~])/,
  // An emphasis mark after an escaped mark.
  /\\[*_][*_]/,
  // A hard break just before the `]` of a link.
  /\\\r?\n[ \t>]*\]/,
  // A footnote that follows `!`, has blanks in its name, or is defined after a wide indent.
  /!\[\^|\]:(?<=\[\^[^\]\r\n]*[ \t][^\] \t\r\n]*\]:)|^[ \t>]*(?:\t {0,3}| {4})\[\^[^\]\r\n]+\]:/m,
]

/** The numbers, from 1, of the lines that may separate the head of a table from its rows. */
export function linesLikeTableRulers(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (RULER.test(line) ? [index + 1] : []))
}

const RULER =
  /^(?=[^|:]*[|:])[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?\r?$/
