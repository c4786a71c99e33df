import { matchesIn } from '@cahier/prose'
import type { SpelledOtherwise } from './hyphens.ts'
import { hasWord, type Lexicon } from './lexicon.ts'

/**
 * Words in which a scanner read a letter as 0, 1 or I, and their right spelling: « m0rceau »,
 * « vi11age », « viIlage ».
 */
export function misreadLetters(text: string, lexicon: Lexicon): readonly SpelledOtherwise[] {
  return matchesIn(text, FIGURE).flatMap(({ 0: rest, 1: first = '', index }) => {
    const meant = ['l', 'i'].map((one) =>
      (first + rest).replaceAll('0', 'o').replaceAll('I', 'l').replaceAll('1', one),
    )
    const known = meant.find((word) => word.length > SHORT && hasWord(lexicon, word))
    const place = { start: index - first.length, end: index + rest.length }
    return known === undefined ? [] : [{ ...place, meant: known }]
  })
}

const SHORT = 4
// For speed, a match begins at 0, 1 or I, which are rarer than small letters.
const FIGURE =
  /[01I](?=[\p{Ll}01I])(?<=(?<![\p{L}\p{M}\p{N}_./@#-])(\p{Ll}+).)[\p{Ll}01I]*\p{Ll}(?![\p{L}\p{M}\p{N}_/@-]|\.\p{L})/gu
