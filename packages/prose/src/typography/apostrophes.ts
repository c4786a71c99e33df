import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

const BETWEEN_LETTERS = /['‘‛ʼ′](?<=\p{L}.)(?=\p{L})/gu
// A lone accent after what elides nothing is that of the next letter: « proc´edure ». « Il y´a »
// elides as it is said. Before an `e` that could bear it, nothing tells which: « d´ecision », «
// m´ethode ».
const ACCENT =
  /[`´](?<=(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|y(?=.a)|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|aujourd|prud).)(?=\p{L})(?!e(?:[bcdfgptv][lr]|[cpt]h|gn|qu|[bcdfgjklmnprstvz])[aeiouyàâéèêëîïôöûü])/giu
// Before a letter that bears none, it is an apostrophe: « p´tit », « O´Connor ».
const NO_ACCENT = /[`´](?<=\p{L}.)(?=\p{L})(?![aeiouyıcnszlrAEIOUY])/gu
const AFTER_ELISION =
  /(?<![\p{L}\p{M}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(['ʼ`´′])(?=[«“"[\d\uFFFC])/giu

// What a conversion made of an apostrophe it did not know: `d?équité`.
const LOST = /(?=\?)(?<=(?<![\p{L}\p{M}\d'’])(?:[cdjlmnst]|qu))\?(?=[aeiouyhàâéèêëîïôûœ]\p{L})/giu

/** The typographic apostrophe where a question mark took its place. */
export function lostApostrophes(text: string): Change[] {
  return matchesIn(text, LOST).map(({ index }) => ({ start: index, end: index + 1, text: '’' }))
}

/**
 * The typographic apostrophe between two letters, or between an elided word and a quotation, a
 * number, code.
 */
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
