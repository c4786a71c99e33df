import { OBJECT } from '../passages/protected-stretches.ts'
import { type Change, replacementsIn } from './change.ts'
import { type FrenchSpacing, NO_BREAK, SPACE, spaced } from './spaces.ts'

const MARK_SPACE = new RegExp(`${SPACE}*(?=([;!?]+|:))`, 'g')
/** After these signs, a missing space before a mark is inserted. */
const WORD_END = /[\p{L}\p{M}\d)\]»”…%‰€°\uFFFC]/u
/** The text after a mark. Before other text, a mark is a part of code or of a number. */
const AFTER_MARK = /^(?:$|[\s)\]»”"’…\uFFFC]|[.,](?:\s|$))/u
const AFTER_COLON = /^(?:$|[\s»])/u
/** Code or a tag may follow a colon that has a space before it. */
const AFTER_SPACED_COLON = /^(?:$|[\s»\uFFFC])/u

/** Puts a no-break space before `; ! ?` and `:`. `10:30`, `(!)`, `a;b`, `!=` and `::` stay. */
export function punctuationSpaces(
  text: string,
  { mark, colon, accepted, fillsMark }: FrenchSpacing,
): Change[] {
  const wantedSpace = ({ 0: spaces, 1: sign = '', index }: RegExpExecArray) => {
    const before = text[index - 1] ?? ''
    const end = index + spaces.length + sign.length
    const after = text.slice(end, end + 2)
    // Protected text on the right may be code: `BDMAX(plage;champ_de_données)`.
    if (spaces === '' && sign === ';' && after === OBJECT + OBJECT) return null
    if (!(sign !== ':' ? AFTER_MARK : spaces === '' ? AFTER_COLON : AFTER_SPACED_COLON).test(after))
      return null
    const fits =
      spaces === ''
        ? (fillsMark || sign === ':') && WORD_END.test(before)
        : before !== '' && !/[\s([«“]/.test(before)
    return fits ? (sign === ':' ? colon : mark) : null
  }
  return replacementsIn(text, [[MARK_SPACE, wantedSpace]], accepted)
}

const RUN = new RegExp(`${SPACE}{2,}`, 'g')

/**
 * Leaves one space between two words. Two spaces may also stand around a mark of emphasis, as
 * `text` has no marks.
 */
export function doubleSpaces(text: string): Change[] {
  if (text.trim() === '') return []
  const kept = ({ 0: run, index }: RegExpExecArray) =>
    isAfterSign(text, index) ? null : /[\u00A0\u202F]/.test(run) ? NO_BREAK : ' '
  return replacementsIn(text, [[RUN, kept]])
}

// Spaces after a sign at the start of a line indent a definition or a line of verse.
function isAfterSign(text: string, at: number) {
  return /[:~|]/.test(text[at - 1] ?? '') && (at === 1 || text[at - 2] === '\n')
}

/** Like `doubleSpaces`, in English: two spaces may follow a full stop. */
export function englishDoubleSpaces(text: string): Change[] {
  return doubleSpaces(text).filter(
    ({ start, end }) =>
      end - start !== 2 || !/[.!?:]["”’)]?$/.test(text.slice(Math.max(0, start - 2), start)),
  )
}

// These expressions test the space before the lookbehind: ten times faster.
const BEFORE_STOP = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d»”)%€°\\uFFFC])${SPACE}+(?=,(?:\\s|$)|\\.(?:$|\\n|\\s(?!\\p{Ll}|\\.)))`,
  'gu',
)
// A parenthesis glued to a word may be code: `append( text )`.
const CALLED = '[\\p{L}\\d_$]\\('
const INSIDE_BRACKETS = new RegExp(
  `(?=${SPACE})(?:(?<=\\()(?<!${CALLED})${SPACE}+(?!\\)|${SPACE})|(?<!\\()${SPACE}+(?=\\))(?<!${CALLED}[^()]*))`,
  'gu',
)
const BEFORE_MARK = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d”)])${SPACE}+(?=[;:!?]+(?:\\s|$))(?!(?<=\\d${SPACE}+):\\s+\\d)`,
  'gu',
)

// A prime may follow a letter of geometry, as in `les points C' et D'`. So the space after a
// capital and an apostrophe stays, except at the start of a sentence.
const SMALL = "[cdjlmnst](?![\u2019'][ \u00A0]+(?:et|ou|à)(?!\\p{L}))"
const CAPITAL = "(?<=(?:^|[.!?…:] |\\n).)(?![\u2019'][ \u00A0]+(?:et|est|ou|à)(?!\\p{L}))"
const AFTER_ELISION = new RegExp(
  `(?=${SPACE})(?<=(?<![\\p{L}\\p{M}\\d'’-])(?:${SMALL}|[CDJLMNST]${CAPITAL}|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Aa]ujourd)['’])${SPACE}+(?=[aeiouyhàâäéèêëîïôöûœAEIOUYHÀÂÉÈÊÎÔŒ])`,
  'gu',
)

const BEFORE_FIGURE = new RegExp(
  `(?=${SPACE})(?<=(?<![\\p{L}\\p{M}\\d'’-])(?:d|[Qq]u|[Jj]usqu)['’])${SPACE}+(?=\\d)`,
  'gu',
)

// In `10 m 'environ'` and `la touche s 'ouvrir un onglet'`, the apostrophe opens a quotation.
const CLOSED = "(?:[^'’\\n]{0,40}['’]\\p{L}){0,3}[^'’\\n]{0,40}['’](?!\\p{L})"
const BEFORE_APOSTROPHE = new RegExp(
  `(?=${SPACE}+['’])(?<=(?<![\\p{L}\\p{M}\\d'’-]|\\d${SPACE}+)(?:[cdjlmnst]|[Qq]u|jusqu|lorsqu|puisqu))${SPACE}+(?=['’][aeiouyhàâäéèêëîïôöûœ]\\p{L}+(?!\\p{L}|${CLOSED}))`,
  'gu',
)

/** Removes the space around an elision: `l' association`, `l 'association`, `d' 1,1 °C`. */
export function elidedSpaces(text: string): Change[] {
  return spaced(text, [AFTER_ELISION, BEFORE_FIGURE, BEFORE_APOSTROPHE], '')
}

/** Removes a space before a comma or full stop, or just inside parentheses, except `( )`. */
export function looseSpaces(text: string): Change[] {
  return spaced(text, [BEFORE_STOP, INSIDE_BRACKETS], '')
}

/** Like `looseSpaces`, in English: also removes a space before `; : ! ?`. */
export function englishLooseSpaces(text: string): Change[] {
  return spaced(text, [BEFORE_STOP, INSIDE_BRACKETS, BEFORE_MARK], '')
}
