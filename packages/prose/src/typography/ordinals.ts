import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

const ROMAN = '[IVX]{1,6}|[XLC][IVXLC]{1,5}'
const NTH = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,])(\\d{1,4}|${ROMAN})( ?ième| ?ème|éme|ieme|eme|è)(s?)(?![\\p{L}\\p{M}\\d])`,
  'gu',
)
const FIRST =
  /(?<![\p{L}\p{M}\d.,])[1I]( ?ière| ?ère|iere|ére|ere| ?ier|[ \u00A0]er)(s?)(?![\p{L}\p{M}\d])/gu
const SECOND =
  /(?<![\p{L}\p{M}\d.,]|[«“"'][ \u00A0\u202F]?)2(n)de?s?(?![\p{L}\p{M}\d])(?! (?:[Ee]dition|ed\.|International|Annual|Workshop|Conference|Amendment|of|[Gg]en))/gu
const ENGLISH = /(?<![\p{L}\d])(?:1st|3rd|[4-9]th)(?!\p{L})/u

/**
 * The usual short forms: `1re`, `1er`, `2e`, `2d`, `XXe` (Lexique de l’Imprimerie nationale; OQLF).
 * `1ᵉʳ` and `N-ième` are left alone.
 */
export function ordinals(text: string): Change[] {
  const nth = matchesIn(text, NTH)
    .filter(([, number]) => number !== '1' && number !== 'I')
    .map(({ 1: number = '', 2: ending = '', index }) =>
      replaced(index + number.length, ending.length, 'e'),
    )
  const first = matchesIn(text, FIRST).map(({ 1: ending = '', index }) =>
    replaced(index + 1, ending.length, ending.endsWith('er') ? 'er' : 're'),
  )
  const second = matchesIn(ENGLISH.test(text) ? '' : text, SECOND).map(({ index }) =>
    replaced(index + 1, 1, ''),
  )
  return [...nth, ...first, ...second].sort((a, b) => a.start - b.start)
}

function replaced(start: number, length: number, text: string): Change {
  return { start, end: start + length, text }
}
