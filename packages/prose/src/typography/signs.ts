import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { SPACE, spaced } from './spaces.ts'

const BETWEEN_LETTERS = /['‘‛ʼ′](?<=\p{L}.)(?=\p{L})/gu
// After an elided word, an accent is an apostrophe. Elsewhere it belongs to the next letter, as in
// « proc´edure ». Before an `e`, it may be either: « d´ecision », « m´ethode ».
const ACCENT =
  /[`´](?<=(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|y(?=.a)|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|aujourd|prud).)(?=\p{L})(?!e(?:[bcdfgptv][lr]|[cpt]h|gn|qu|[bcdfgjklmnprstvz])[aeiouyàâéèêëîïôöûü])/giu
// Before a letter that takes no accent, an apostrophe: « p´tit », « O´Connor ».
const NO_ACCENT = /[`´](?<=\p{L}.)(?=\p{L})(?![aeiouyıcnszlrAEIOUY])/gu
const AFTER_ELISION =
  /(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(['ʼ`´′])(?=[«“"[\d\uFFFC])/giu

const LOST = /(?=\?)(?<=(?<![\p{L}\p{M}\d'’])(?:[cdjlmnst]|qu))\?(?=[aeiouyhàâéèêëîïôûœ]\p{L})/giu

/** Replaces the question mark of `d?équité` by an apostrophe. */
export function lostApostrophes(text: string): Change[] {
  return matchesIn(text, LOST).map(({ index }) => ({ start: index, end: index + 1, text: '’' }))
}

/** Puts a typographic apostrophe between letters, and after an elided word. */
export function apostrophes(text: string): Change[] {
  const places = [BETWEEN_LETTERS, ACCENT, NO_ACCENT].flatMap((sign) =>
    matchesIn(text, sign).map(({ index }) => index),
  )
  const between = [...new Set(places)].map((start) => ({ start, end: start + 1, text: '’' }))
  const elided = matchesIn(text, AFTER_ELISION).map((match) => {
    const at = match.index + match[0].length - 1
    return { start: at, end: at + 1, text: '’' }
  })
  return [...between, ...elided].sort((a, b) => a.start - b.start)
}

// Not paths, ranges and code (`../x`, `a...b`, `Type<...>`), nor longer rows of dots to fill in.
const DOTS = /(?<![./\\<])\.{3,5}(?![./\\\p{L}\p{M}\d])/gu
const LOOSE = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d])${SPACE}+(?=…(?:$|[)\\n]|${SPACE}*»|${SPACE}+(?:\\p{Lu}|$)))`,
  'gu',
)

/** Replaces three to five dots by `…`, and removes a space before `…` at the end of a sentence. */
export function ellipses(text: string): Change[] {
  const dots = matchesIn(text, DOTS).map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    text: '…',
  }))
  return [...dots, ...spaced(text, LOOSE, '')].sort((a, b) => a.start - b.start)
}

/**
 * Puts one point after “etc.”, and removes a comma before an ellipsis, except `1, 2, 4, … 128`
 * (Lexique de l’Imprimerie nationale; Grammalecte).
 */
export function etceteras(text: string): Change[] {
  return matchesIn(text, ETC).map(({ 0: written, 1: etc, index }) =>
    etc === undefined
      ? { start: index, end: index + written.length, text: '…' }
      : {
          start: index + etc.length,
          end: index + written.length,
          text: LETTER.test(text.charAt(index + written.length)) ? '. ' : '.',
        },
  )
}

const LETTER = /\p{L}/u
const ETC = new RegExp(
  `(?=[Ee,])(?:(?<![\\p{L}\\p{M}])([Ee]tc)(?:\\.?…|\\.{2,}|${SPACE}+(?:…|\\.{2,5}(?!\\.)))|(?<=[\\p{L}\\d]),${SPACE}*…(?=$|\\s)(?!(?<=\\d,${SPACE}*…)\\s\\d))`,
  'gu',
)
