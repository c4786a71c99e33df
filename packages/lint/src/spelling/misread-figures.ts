import { matchesIn } from '@cahier/prose'
import type { SpelledOtherwise } from './hyphens.ts'
import { hasWord, type Lexicon } from './lexicon.ts'

/**
 * Words in which a scanner read a letter as 0, 1 or I, and their right spelling: « m0rceau »,
 * « vi11age », « viIlage ».
 */
export function misreadFigures(text: string, lexicon: Lexicon): readonly SpelledOtherwise[] {
  return matchesIn(text, FIGURE).flatMap(({ index }) => {
    const from =
      index - (BEFORE.exec(text.slice(Math.max(0, index - LONGEST), index))?.[0].length ?? 0)
    const written = WORD.exec(text.slice(from, from + LONGEST))?.[0] ?? ''
    if (from + written.search(/[01I]/) !== index) return []
    const meant = ['l', 'i'].map((one) =>
      written.replaceAll('0', 'o').replaceAll('I', 'l').replaceAll('1', one),
    )
    const known = meant.find((word) => hasWord(lexicon, word))
    return known === undefined ? [] : [{ from, to: from + written.length, meant: known }]
  })
}

const FIGURE = /[01I](?<=\p{Ll}.)(?=[\p{Ll}01I])/gu
const BEFORE = /(?<![\p{L}\p{M}\p{N}_./@#-])\p{Ll}+$/u
const WORD = /^[\p{Ll}01I]{4,}\p{Ll}(?![\p{L}\p{M}\p{N}_/@-]|\.\p{L})/u
const LONGEST = 40
