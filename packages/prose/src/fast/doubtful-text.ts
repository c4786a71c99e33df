/** Whether a text holds something, rare in prose, of which the engine is known to read more or less than the reference does. */
export function isDoubtfulText(text: string): boolean {
  return (
    NUL.test(text) ||
    hasOddLineEnds(text) ||
    ODD_MARK.test(text) ||
    LONE_SURROGATE.test(text) ||
    BROKEN_LABEL.test(text) ||
    ODD_NOTE.test(text)
  )
}

const NUL = /\0/
const LONE_SURROGATE = /\p{Surrogate}/u
/** Emphasis beside a character outside the basic plane, of which the reference sees half, or beside an escaped mark. */
const ODD_MARK = /\\[*_][*_]|[*_~][\uD800-\uDFFF]|[\uD800-\uDFFF][*_~]/
/** A hard break at the end of a link's text. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/** Notes that are called by an image's mark, have blanks in their name, or are defined deep inside something. */
const ODD_NOTE = /!\[\^|\[\^[^\]\r\n]*[ \t][^\]\r\n]*\]:|^[ \t>]*(?:\t| {4})[ \t]*\[\^[^\]\r\n]+\]:/m

function hasOddLineEnds(text: string): boolean {
  return text.includes('\r') && (/\r(?!\n)/.test(text) || /(?<!\r)\n/.test(text))
}
