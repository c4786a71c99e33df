import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { isNaming } from './digit-groups.ts'
import type { FrenchHouse } from './french-house.ts'
import { SPACE } from './spaces.ts'
import { QUANTITY_NOUNS, UNITS } from './units.ts'

// Before `h`, `min` and `heures` it may part hours from minutes. Three figures after a point are
// thousands, or may be.
const MEASURES = [
  ...UNITS.split('|').filter((unit) => !/^(?:h|min|s)$/.test(unit)),
  ...QUANTITY_NOUNS.split('|').filter((noun) => !noun.startsWith('heure')),
]
const POINT = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d.,/:-])\\d{1,4})\\.(?=\\d{1,2}${SPACE}?(?:[%‰€]|(?:k|M|Md)€|(?:millions?|milliards?|${MEASURES.join('|')})(?![\\p{L}\\p{M}\\d’']|-\\d)))`,
  'gu',
)

/**
 * French decimals have a comma, `10,5 %`: told where a unit follows, for elsewhere it may be a
 * number of a section or a version. Swiss usage has both.
 */
export function decimalCommas(text: string, { keepsDecimalPoint }: FrenchHouse): Change[] {
  if (keepsDecimalPoint) return []
  return matchesIn(text, POINT)
    .filter(
      ({ index }) => !isNaming(text.slice(Math.max(0, index - 18), index).replace(/\d+$/, '')),
    )
    .map(({ index }) => ({ start: index, end: index + 1, text: ',' }))
}
