import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

// `coexister`, `moelle`, `poète`, `coefficient` have two letters: only these words have one.
const STEMS = [
  'coeurs?',
  '(?:contre|ran)coeurs?',
  'écoeur\\p{L}*',
  '(?:con)?soeurs?',
  'voeux?',
  'noeuds?',
  'oeil',
  'oeill(?:ère|et|ade)s?',
  'oeufs?',
  '(?:dés|man)?oeuvr\\p{L}*',
  'moeurs',
  'boeufs?',
  'choeurs?',
  'oesophag\\p{L}*',
  'foet(?:us|al|ale|ales|aux)',
  'oedèmes?',
  'oecuméni\\p{L}*',
  'oenolog\\p{L}*',
  'oestrogènes?',
]
const WORD = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_])(?:${STEMS.join('|')})(?![\\p{L}\\p{M}\\d_])`,
  'giu',
)
const EX_AEQUO = /(?<![\p{L}\p{M}])ex[ \u00A0]ae(?=quo(?![\p{L}\p{M}]))/giu

/** `œ` in the words that have it, and `æ` in “ex æquo”. */
export function ligatures(text: string): Change[] {
  const oe = matchesIn(text, WORD).map(({ 0: word, index }) => {
    const at = index + word.toLowerCase().indexOf('oe')
    return { start: at, end: at + 2, text: text[at] === 'O' ? 'Œ' : 'œ' }
  })
  const ae = matchesIn(text, EX_AEQUO).map(({ index }) => ({
    start: index + 3,
    end: index + 5,
    text: text[index + 3] === 'A' ? 'Æ' : 'æ',
  }))
  return [...oe, ...ae].sort((a, b) => a.start - b.start)
}
