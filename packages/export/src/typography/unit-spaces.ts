import type { Change } from './flat-text.ts'
import { NO_BREAK, SPACE, spaced } from './spaces.ts'
import { GLUED_UNITS, UNITS } from './units.ts'

const SYMBOL = new RegExp(`(?<=\\d)${SPACE}*(?=(?:[%‰€$£¥]|(?:k|M|Md)€)(?![\\p{L}\\d]))`, 'gu')
const UNIT = new RegExp(`(?<=\\d)${SPACE}+(?=(?:${UNITS})(?![\\p{L}\\p{M}\\d’'/]))`, 'gu')
// The unit is looked for first: the other way round, each digit of a long number would look back over all before it.
const GLUED = new RegExp(`(?=(?:${GLUED_UNITS})(?![\\p{L}\\d/]))(?<=(?<![\\p{L}\\d])\\d[\\d.,\\u202F]*)`, 'gu')
const MINUTES = new RegExp(`(?<=\\d${SPACE}h)${SPACE}+(?=\\d{2}(?!\\d))`, 'g')

/** U+00A0 between a number and `%`, a currency or a unit, and in `14 h 30`. */
export function unitSpaces(text: string): Change[] {
  return [SYMBOL, UNIT, GLUED, MINUTES].flatMap((expression) => spaced(text, expression, NO_BREAK)).sort((a, b) => a.start - b.start)
}
