import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import type { FrenchHouse } from './french-house.ts'
import { NO_BREAK, SPACE, spaced } from './spaces.ts'
import { QUANTITY_NOUNS, UNITS } from './units.ts'

// Groups of other lengths before or after make a telephone, `0809 401 401`, `+41 22 345 67 89`, or
// a SIRET, `552 100 554 00013`. A hyphen after a space is a minus sign.
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,+/’']|\\d\\s|[^\\s(]-)\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d|-\\d|${SPACE}\\d{2}(?!\\d)|(?:${SPACE}\\d{3})*${SPACE}\\d{5}(?!\\d))`,
  'gu',
)
const DOTTED = /(?<![\p{L}\p{M}\d.,+/-])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.,]?\d|[\p{L}-])/gu
// One point alone may stand for a comma. It does not where decimals follow after a comma, nor
// before a currency, but in prices of fuel and in rates.
const DOTTED_AND_DECIMALS = /(?<![\p{L}\p{M}\d.,+/-])[1-9]\d{0,2}(?:\.\d{3})+(?=,\d{1,2}(?!\d))/gu
const DOTTED_MONEY = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,+/-])[1-9]\\d{0,2}\\.\\d{3}(?=${SPACE}?(?:€|EUR|euros|francs)(?![\\p{L}\\d]))`,
  'gu',
)
const THOUSANDTHS =
  /litre|carburant|gazole|diesel|essence|[kM]Wh|taux|€\s?\/|(?<!\d)(?:1|un)\s(?:€|euro(?!s))/i
const ONCE_DOTTED = /(?<![\p{L}\p{M}\d.,+/-]|§\s?)[1-9]\d{0,2}\.\d{3}(?![.,]?\d|[\p{L}-])/gu
const POINT_FOR_COMMA = /\d\.(?:\d{1,2}|\d{4,})(?!\d)/
// `200809L` is a number of a program, `94246 L’Haÿ-les-Roses` a place.
const GLUED = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,/-])[1-9]\\d{4,8}(?!L)(?=${SPACE}?(?:[%‰€$£¥]|(?:k|M|Md)€|(?:${UNITS}|${QUANTITY_NOUNS})(?![\\p{L}\\p{M}\\d'’])))`,
  'gu',
)
/** Whether the number after these words names something, and keeps the form it was given. */
export function isNaming(before: string): boolean {
  return NAMING.test(before) || COUNTRY.test(before)
}

const NAMING =
  /(?:n[°ºo]|art\.|articles?|(?<![\p{L}\p{M}])[LRDA]\.|SIREN|SIRET|RNA|RCS|CCP|ISBN|tél\.?|téléphone|fax|code|versions?|réf\.?)(?:\s*:)?\s*$/iu
// In capitals: who has « lu 25 000 pages » names nothing.
const COUNTRY = /(?<![\p{L}\p{M}])(?:FR|BE|CH|LU)(?:\s*:)?\s*$/u

/**
 * A narrow no-break space between groups of three digits: where spaces or points of groups stand
 * already, and in five figures or more before a unit. Numbers that name something (a year, a law, a
 * post code, a telephone) are not quantities and keep their form.
 */
export function digitGroups(text: string, { digits, accepted }: FrenchHouse): Change[] {
  // Both no-break spaces are in use: that of the house is put in, and the other is left where it is
  // plain that it was meant.
  const kept = digits === NO_BREAK ? [...accepted, '\u202F'] : accepted
  const grouped = quantities(text, GROUPED).flatMap(({ 0: number, index }) =>
    spaced(number, new RegExp(SPACE, 'g'), digits, kept).map((change) => moved(change, index)),
  )
  const dotted = dottedQuantities(text).flatMap(({ 0: number, index }) =>
    spaced(number, /\./g, digits).map((change) => moved(change, index)),
  )
  const glued = quantities(text, GLUED).flatMap(({ 0: number, index }) => {
    const first = number.length % 3 || 3
    return Array.from({ length: Math.ceil(number.length / 3) - 1 }, (_, group) => {
      const at = index + first + group * 3
      return { start: at, end: at, text: digits }
    })
  })
  return [...grouped, ...dotted, ...glued].sort((a, b) => a.start - b.start)
}

// Where points are surely those of groups, a number with a single one beside them has it for the
// same reason.
function dottedQuantities(text: string): readonly RegExpExecArray[] {
  const several = quantities(text, DOTTED).filter(([number]) => !isAddress(number))
  const sure = [...several, ...quantities(text, DOTTED_AND_DECIMALS)]
  if (THOUSANDTHS.test(text)) return sure
  sure.push(...quantities(text, DOTTED_MONEY))
  if (sure.length === 0 || POINT_FOR_COMMA.test(text)) return sure
  const known = new Set(sure.map(({ index }) => index))
  return [...sure, ...quantities(text, ONCE_DOTTED).filter(({ index }) => !known.has(index))]
}

function quantities(text: string, expression: RegExp): RegExpExecArray[] {
  return matchesIn(text, expression).filter(
    ({ 0: number, index }) =>
      !number.startsWith('0') && !isNaming(text.slice(Math.max(0, index - 14), index)),
  )
}

function isAddress(number: string): boolean {
  const parts = number.split('.').map(Number)
  return parts.length === 4 && parts.every((part) => part < 256)
}

function moved(change: Change, by: number): Change {
  return { ...change, start: change.start + by, end: change.end + by }
}
