import { matchesIn } from '../matches-in.ts'
import { OBJECT } from '../passages/protected-stretches.ts'
import type { Change } from './change.ts'
import { type FrenchHouse, NO_BREAK, SPACE, spaced } from './spaces.ts'

const MARKS = new RegExp(`(${SPACE}*)([;!?]+|:)`, 'g')
/** After these, a missing space is inserted. */
const WORD_END = /[\p{L}\p{M}\d)\]»”…%‰€°\uFFFC]/u
/** After a mark; a letter or a figure there makes it something else. */
const AFTER_MARK = /^(?:$|[\s)\]»”"’…\uFFFC]|[.,](?:\s|$))/u
const AFTER_COLON = /^(?:$|[\s»])/u
/** Code or a tag may follow a colon after a space. */
const AFTER_SPACED_COLON = /^(?:$|[\s»\uFFFC])/u

/**
 * A no-break space before `; ! ?` and before a colon. `10:30`, `(!)`, `a;b`, `!=` and `::` stay.
 */
export function punctuationSpaces(
  text: string,
  { mark, colon, accepted, fillsMark }: FrenchHouse,
): Change[] {
  const changes: Change[] = []
  for (const { 0: whole, 1: spaces = '', 2: sign = '', index } of matchesIn(text, MARKS)) {
    const before = text[index - 1] ?? ''
    const end = index + whole.length
    const after = text.slice(end, end + 2)
    const wanted = sign === ':' ? colon : mark
    if (spaces === wanted || accepted.includes(spaces)) continue
    // A protected stretch may be the name of a program: `BDMAX(plage;champ_de_données)`.
    if (spaces === '' && sign === ';' && after === OBJECT + OBJECT) continue
    if (!(sign !== ':' ? AFTER_MARK : spaces === '' ? AFTER_COLON : AFTER_SPACED_COLON).test(after))
      continue
    const fits =
      spaces === ''
        ? (fillsMark || sign === ':') && WORD_END.test(before)
        : before !== '' && !/[\s([«“]/.test(before)
    if (fits) changes.push({ start: index, end: index + spaces.length, text: wanted })
  }
  return changes
}

const RUN = new RegExp(`${SPACE}{2,}`, 'g')

/** One space between two words, also at the edges of emphasis. */
export function doubleSpaces(text: string): Change[] {
  // A cell of no-break spaces has no words.
  if (text.trim() === '') return []
  return matchesIn(text, RUN)
    .filter(({ index }) => !isAfterSign(text, index))
    .map((match) => {
      const kept = /[\u00A0\u202F]/.test(match[0]) ? NO_BREAK : ' '
      return { start: match.index, end: match.index + match[0].length, text: kept }
    })
}

// Spaces after the sign of a definition or of a line of verse indent it: `: Un guichet`, `| et s’en
// va`.
function isAfterSign(text: string, at: number): boolean {
  return /[:~|]/.test(text[at - 1] ?? '') && (at === 1 || text[at - 2] === '\n')
}

/** In English, two spaces after a full stop stay: a usage of typewriters. */
export function englishDoubleSpaces(text: string): Change[] {
  return doubleSpaces(text).filter(
    ({ start, end }) =>
      end - start !== 2 || !/[.!?:]["”’)]?$/.test(text.slice(Math.max(0, start - 2), start)),
  )
}

// Here as elsewhere, the sign comes before its lookbehind, which is ten times faster.
const BEFORE_STOP = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d»”)%€°\\uFFFC])${SPACE}+(?=,(?:\\s|$)|\\.(?:$|\\n|\\s(?!\\p{Ll})))`,
  'gu',
)
// A parenthesis glued to a word may be code: `append( text )`.
const GIVEN = '[\\p{L}\\d_$]\\('
const INSIDE_BRACKETS = new RegExp(
  `(?=${SPACE})(?:(?<=\\()(?<!${GIVEN})${SPACE}+(?!\\)|${SPACE})|(?<!\\()${SPACE}+(?=\\))(?<!${GIVEN}[^()]*))`,
  'gu',
)
// Between two figures, a colon is a ratio.
const BEFORE_MARK = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d”)])${SPACE}+(?=[;:!?]+(?:\\s|$))(?!(?<=\\d${SPACE}+):\\s+\\d)`,
  'gu',
)

// A prime may follow a letter of geometry, `les points C' et D' aussi`: an elided capital begins a
// sentence, and `et` follows no elision.
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

// `10 m 'environ'` is a unit before a quotation, `la touche s 'ouvrir un onglet'` a letter before
// one.
const CLOSED = "(?:[^'’\\n]{0,40}['’]\\p{L}){0,3}[^'’\\n]{0,40}['’](?!\\p{L})"
const BEFORE_APOSTROPHE = new RegExp(
  `(?=${SPACE}+['’])(?<=(?<![\\p{L}\\p{M}\\d'’-]|\\d${SPACE}+)(?:[cdjlmnst]|[Qq]u|jusqu|lorsqu|puisqu))${SPACE}+(?=['’][aeiouyhàâäéèêëîïôöûœ]\\p{L}+(?!\\p{L}|${CLOSED}))`,
  'gu',
)

/**
 * No space around the apostrophe of an elision: `l' association`, `l 'association`, `d' 1,1 °C`.
 */
export function elidedSpaces(text: string): Change[] {
  return [AFTER_ELISION, BEFORE_FIGURE, BEFORE_APOSTROPHE]
    .flatMap((expression) => spaced(text, expression, ''))
    .sort((a, b) => a.start - b.start)
}

/** No space before a comma or full stop, nor just inside parentheses; `( )` is a box to tick. */
export function looseSpaces(text: string): Change[] {
  return [BEFORE_STOP, INSIDE_BRACKETS]
    .flatMap((expression) => spaced(text, expression, ''))
    .sort((a, b) => a.start - b.start)
}

/** In English, no space before `; : ! ?` either. */
export function englishLooseSpaces(text: string): Change[] {
  return [...looseSpaces(text), ...spaced(text, BEFORE_MARK, '')].sort((a, b) => a.start - b.start)
}
