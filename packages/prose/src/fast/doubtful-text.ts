import { SIGN, type TextSigns } from '../signs-in.ts'

/** Whether a text holds something, rare in prose, of which the engine is known to read more or less than the reference does. */
export function isDoubtfulText(text: string, { seen }: TextSigns): boolean {
  return (
    (seen & SIGN.zero) !== 0 ||
    ((seen & SIGN.return) !== 0 && ODD_LINE_ENDS.test(text)) ||
    ((seen & SIGN.half) !== 0 && (ODD_ASTRAL.test(text) || LONE_SURROGATE.test(text))) ||
    ((seen & SIGN.escapedMark) !== 0 && ODD_ESCAPE.test(text)) ||
    ((seen & SIGN.brokenLine) !== 0 && BROKEN_LABEL.test(text)) ||
    ((seen & SIGN.note) !== 0 && ODD_NOTE.test(text))
  )
}

/** In a text with `\r`, one that is not followed by `\n`, or the other way round. */
const ODD_LINE_ENDS = /\r(?!\n)|(?<!\r)\n/
const LONE_SURROGATE = /\p{Surrogate}/u
/** Emphasis beside a character outside the basic plane, of which the reference sees half. */
const ODD_ASTRAL = /[*_~][\uD800-\uDFFF]|[\uD800-\uDFFF][*_~]/
/** The same beside an escaped mark. */
const ODD_ESCAPE = /\\[*_][*_]/
/** A hard break at the end of a link's text. */
const BROKEN_LABEL = /\\\r?\n[ \t>]*\]/

/** Notes that are called by an image's mark, have blanks in their name, or are defined deep inside something. */
const ODD_NOTE = /!\[\^|\[\^[^\]\r\n]*[ \t][^\]\r\n]*\]:|^[ \t>]*(?:\t| {4})[ \t]*\[\^[^\]\r\n]+\]:/m
