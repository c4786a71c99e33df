import { matchesIn } from '@cahier/prose'
import { hasWord, type Lexicon } from './lexicon.ts'
import type { SpelledOtherwise } from './spelled-otherwise.ts'

/** Where a machine read a figure or a capital for a letter inside a word that is one once they are changed back: « m0rceau », « vi11age », « viIlage ». */
export function misreadFigures(text: string, lexicon: Lexicon): readonly SpelledOtherwise[] {
  return matchesIn(text, MISREAD).flatMap(({ 0: written, index }) => {
    if (!FIGURE.test(written)) return []
    const meant = ['l', 'i'].map((one) => written.replaceAll('0', 'o').replaceAll('I', 'l').replaceAll('1', one))
    const known = meant.find((word) => hasWord(lexicon, word))
    return known === undefined ? [] : [{ from: index, to: index + written.length, meant: known }]
  })
}

const MISREAD = /(?<![\p{L}\p{M}\p{N}_./@#-])(?=\p{Ll}{1,30}[01I])[\p{Ll}01I]{5,40}(?<=\p{Ll})(?![\p{L}\p{M}\p{N}_/@-]|\.\p{L})/gu
const FIGURE = /[01I]/
