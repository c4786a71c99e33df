import { type Change, replacementsIn } from './change.ts'
import { SPACE } from './spaces.ts'

const BETWEEN_LETTERS = /['‘‛ʼ′](?<=\p{L}.)(?=\p{L})/gu
// After an elided word, an accent is an apostrophe, unless it may belong to a letter `e`, as in
// « d´ecision » and « m´ethode ».
const ACCENT =
  /[`´](?<=(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|y(?=.a)|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|aujourd|prud).)(?=\p{L})(?!e(?:[bcdfgptv][lr]|[cpt]h|gn|qu|[bcdfgjklmnprstvz])[aeiouyàâéèêëîïôöûü])/giu
// An accent before a letter that takes none is an apostrophe: « p´tit », « O´Connor ».
const NO_ACCENT = /[`´](?<=\p{L}.)(?=\p{L})(?![aeiouyıcnszlrAEIOUY])/gu
const AFTER_ELISION =
  /['ʼ`´′](?<=(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu).)(?=[«“"[\d\uFFFC])/giu

const LOST = /(?=\?)(?<=(?<![\p{L}\p{M}\d'’])(?:[cdjlmnst]|qu))\?(?=[aeiouyhàâéèêëîïôûœ]\p{L})/giu

/** Replaces the question mark of `d?équité` by an apostrophe. */
export function lostApostrophes(text: string): Change[] {
  return replacementsIn(text, [[LOST, '’']])
}

/** Puts a typographic apostrophe between letters, and after an elided word. */
export function apostrophes(text: string): Change[] {
  const signs = [BETWEEN_LETTERS, ACCENT, NO_ACCENT, AFTER_ELISION]
  return replacementsIn(
    text,
    signs.map((sign) => [sign, '’'] as const),
  )
}

// Dots of paths, ranges and code stay (`../x`, `a...b`, `Type<...>`), and rows of dots to fill in.
const DOTS = /(?<![./\\<])\.{3,5}(?![./\\\p{L}\p{M}\d])/gu
const LOOSE = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d])${SPACE}+(?=…(?:$|[)\\n]|${SPACE}*»|${SPACE}+(?:\\p{Lu}|$)))`,
  'gu',
)

/** Replaces three to five dots by `…`, and removes a space before `…` at the end of a sentence. */
export function ellipses(text: string): Change[] {
  return replacementsIn(text, [
    [DOTS, '…'],
    [LOOSE, ''],
  ])
}

/**
 * Leaves one point after “etc”, and removes a comma before an ellipsis, except `1, 2, 4, … 128`
 * (Lexique de l’Imprimerie nationale; Grammalecte).
 */
export function etceteras(text: string): Change[] {
  const point = ({ 0: points, index }: RegExpExecArray) =>
    /\p{L}/u.test(text.charAt(index + points.length)) ? '. ' : '.'
  return replacementsIn(text, [
    [AFTER_ETC, point],
    [COMMA, '…'],
  ])
}

const AFTER_ETC = new RegExp(
  `(?=[.…]|${SPACE})(?<=(?<![\\p{L}\\p{M}])[Ee]tc)(?:\\.?…|\\.{2,}|${SPACE}+(?:…|\\.{2,5}(?!\\.)))`,
  'gu',
)
const COMMA = new RegExp(`,(?<=[\\p{L}\\d],)${SPACE}*…(?=$|\\s)(?!(?<=\\d,${SPACE}*…)\\s\\d)`, 'gu')
