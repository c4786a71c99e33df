/** Whether a text holds something, rare in prose, of which the engine is known to read more or less than the reference does. */
export function isDoubtfulText(text: string): boolean {
  return (
    text.includes('\0') ||
    hasOddLineEnds(text) ||
    (ASTRAL.test(text) && (ODD_ASTRAL.test(text) || LONE_SURROGATE.test(text))) ||
    (text.includes('\\') && (ODD_ESCAPE.test(text) || BROKEN_LABEL.test(text))) ||
    (text.includes('[^') && ODD_NOTE.test(text))
  )
}

const ASTRAL = /[\uD800-\uDFFF]/
const LONE_SURROGATE = /\p{Surrogate}/u
/** Emphasis beside a character outside the basic plane, of which the reference sees half. */
const ODD_ASTRAL = /[*_~][\uD800-\uDFFF]|[\uD800-\uDFFF][*_~]/
/** The same beside an escaped mark. */
const ODD_ESCAPE = /\\[*_][*_]/
/** A hard break at the end of a link's text. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/** Notes that are called by an image's mark, have blanks in their name, or are defined deep inside something. */
const ODD_NOTE = /!\[\^|\[\^[^\]\r\n]*[ \t][^\]\r\n]*\]:|^[ \t>]*(?:\t| {4})[ \t]*\[\^[^\]\r\n]+\]:/m

function hasOddLineEnds(text: string): boolean {
  return text.includes('\r') && (/\r(?!\n)/.test(text) || /(?<!\r)\n/.test(text))
}
