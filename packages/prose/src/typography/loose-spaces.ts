import type { Change } from './change.ts'
import { SPACE, spaced } from './spaces.ts'

// Signs that are looked for come before what must stand before them, here as elsewhere: few places
// have the first, and to look back at each takes ten times as long.
const BEFORE_STOP = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d»”)%€°\\uFFFC])${SPACE}+(?=,(?:\\s|$)|\\.(?:$|\\n|\\s(?!\\p{Ll})))`,
  'gu',
)
// Right after a word, a parenthesis holds what a program is given, `append( text )`, and is written
// as its authors do.
const GIVEN = '[\\p{L}\\d_$]\\('
const INSIDE_BRACKETS = new RegExp(
  `(?=${SPACE})(?:(?<=\\()(?<!${GIVEN})${SPACE}+(?!\\)|${SPACE})|(?<!\\()${SPACE}+(?=\\))(?<!${GIVEN}[^()]*))`,
  'gu',
)
// Between two figures a colon is that of a ratio.
const BEFORE_MARK = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d”)])${SPACE}+(?=[;:!?]+(?:\\s|$))(?!(?<=\\d${SPACE}+):\\s+\\d)`,
  'gu',
)

// A prime may stand on a letter of geometry, `les points C' et D' aussi`: a capital is elided where
// a sentence begins, and no small letter is before `et`.
const SMALL = "[cdjlmnst](?![\u2019'][ \u00A0]+(?:et|ou|à)(?!\\p{L}))"
const CAPITAL = "(?<=(?:^|[.!?…:] |\\n).)(?![\u2019'][ \u00A0]+(?:et|est|ou|à)(?!\\p{L}))"
const AFTER_ELISION = new RegExp(
  `(?=${SPACE})(?<=(?<![\\p{L}\\p{M}\\d'’-])(?:${SMALL}|[CDJLMNST]${CAPITAL}|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Aa]ujourd)['’])${SPACE}+(?=[aeiouyhàâäéèêëîïôöûœAEIOUYHÀÂÉÈÊÎÔŒ])`,
  'gu',
)

// Before a figure too: `d’ 1,1 °C`, `qu’ 1 %`.
const BEFORE_FIGURE = new RegExp(
  `(?=${SPACE})(?<=(?<![\\p{L}\\p{M}\\d'’-])(?:d|[Qq]u|[Jj]usqu)['’])${SPACE}+(?=\\d)`,
  'gu',
)

// `10 m 'environ'` is a unit before a quotation, and `la touche s 'ouvrir un onglet'` a letter
// before one.
const CLOSED = "(?:[^'’\\n]{0,40}['’]\\p{L}){0,3}[^'’\\n]{0,40}['’](?!\\p{L})"
const BEFORE_APOSTROPHE = new RegExp(
  `(?=${SPACE}+['’])(?<=(?<![\\p{L}\\p{M}\\d'’-]|\\d${SPACE}+)(?:[cdjlmnst]|[Qq]u|jusqu|lorsqu|puisqu))${SPACE}+(?=['’][aeiouyhàâäéèêëîïôöûœ]\\p{L}+(?!\\p{L}|${CLOSED}))`,
  'gu',
)

/**
 * No space around the apostrophe of what is elided: `l' association`, `l 'association`, `d' 1,1
 * °C`.
 */
export function elidedSpaces(text: string): Change[] {
  return [AFTER_ELISION, BEFORE_FIGURE, BEFORE_APOSTROPHE]
    .flatMap((expression) => spaced(text, expression, ''))
    .sort((a, b) => a.start - b.start)
}

/** No space before a comma or a full stop, nor just inside parentheses; `( )` is a box to tick. */
export function looseSpaces(text: string): Change[] {
  return [BEFORE_STOP, INSIDE_BRACKETS]
    .flatMap((expression) => spaced(text, expression, ''))
    .sort((a, b) => a.start - b.start)
}

/** In English, no space before `; : ! ?` either. */
export function englishLooseSpaces(text: string): Change[] {
  return [...looseSpaces(text), ...spaced(text, BEFORE_MARK, '')].sort((a, b) => a.start - b.start)
}
