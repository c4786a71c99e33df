import type { Change } from './change.ts'
import type { FrenchHouse } from './french-house.ts'
import { NO_BREAK, SPACE, spaced } from './spaces.ts'
import { GLUED_UNITS, UNITS } from './units.ts'

const PERCENT = new RegExp(`(?<=\\d)${SPACE}*(?=[%‰](?![\\p{L}\\p{M}\\d]))`, 'gu')
const CURRENCY = new RegExp(
  `(?<=\\d)${SPACE}*(?=(?:[€$£¥]|(?:[kK]|M|Md)€)(?![\\p{L}\\p{M}\\d]))`,
  'gu',
)
// « L. 231-4 » is an article of the part of a code that is law.
const UNIT = new RegExp(
  `(?<=\\d)${SPACE}+(?!L\\.${SPACE}?\\d)(?=(?:${UNITS})(?![\\p{L}\\p{M}\\d’']))`,
  'gu',
)
// The unit is looked for first: the other way round, each digit of a long number would look back
// over all before it. `plan-20m².pdf` is a file.
const GLUED = new RegExp(
  `(?=(?:${GLUED_UNITS})(?![\\p{L}\\p{M}\\d]|\\.\\p{L}))(?<=(?<![\\p{L}\\p{M}\\d])\\d[\\d.,\\u00A0\\u202F]{0,30})(?<=\\d)`,
  'gu',
)
const MINUTES = new RegExp(`(?<=\\d${SPACE}h)${SPACE}+(?=\\d{2}(?!\\d))`, 'g')

/** U+00A0 between a number and `%`, a currency or a unit, and in `14 h 30`. */
export function unitSpaces(text: string, { accepted, fillsPercent }: FrenchHouse): Change[] {
  return [
    ...spaced(text, PERCENT, NO_BREAK, fillsPercent ? accepted : [...accepted, '']),
    ...[CURRENCY, UNIT, GLUED, MINUTES].flatMap((expression) =>
      spaced(text, expression, NO_BREAK, accepted),
    ),
  ].sort((a, b) => a.start - b.start)
}
