import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { type FrenchHouse, NO_BREAK, SPACE, spaced } from './spaces.ts'

/** Symbols as they are often written, and as they are. */
export const ODD_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  'Kg kg Kgs kg kgs kg Km/h km/h km/H km/h Km km Kms km kms km kmh km/h Kmh km/h Kwh kWh kwh kWh KWh kWh Mwh MWh mn min hrs h m2 m² m3 m³ km2 km² cm2 cm² cm3 cm³'
    .match(/\S+ \S+/g)
    ?.map((both) => both.split(' ')) ?? [],
)

/**
 * Symbols that take a no-break space after a number, longest first, for use inside a regular
 * expression.
 */
export const UNITS =
  'Kgs?|kgs|Km/h|km/H|Kms?|kms|[Kk]mh|[Kk]wh|KWh|Mwh|mn|hrs|cm2|cm3|kbit/s|Mbit/s|Gbit/s|TWh|GWh|MWh|kWh|Wh|TW|GW|MW|kW|W|THz|GHz|MHz|kHz|Hz|Po|To|Go|Mo|ko|km²|km2|km|cm²|cm|mm|dm|m²|m³|m2|m3|m|kg|mg|g|Gt|Mt|kt|t|ha|cl|ml|l|L|EUR|CHF|dB|°C|°F|min|h|s'

/**
 * Those that are units even when written against the number: `24h` and `3D` may be names, a square
 * or a cube is none.
 */
const GLUED_UNITS =
  'Kg|Km|KWh|kwh|m2|m3|TWh|GWh|MWh|kWh|GHz|MHz|Go|Mo|km²|km|cm²|cm|mm|m²|m³|kg|ha|°C|°F'

/** Nouns after which a number counts a quantity, so that its digits are grouped. */
const QUANTITY_NOUNS =
  'euros?|dollars?|tonnes?|kilomètres?|mètres?|hectares?|litres?|heures?|watts?|kilowattheures?'

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
function isNaming(before: string): boolean {
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
const GLUED_UNIT = new RegExp(
  `(?=(?:${GLUED_UNITS})(?![\\p{L}\\p{M}\\d]|\\.\\p{L}))(?<=(?<![\\p{L}\\p{M}\\d])\\d[\\d.,\\u00A0\\u202F]{0,30})(?<=\\d)`,
  'gu',
)
const MINUTES = new RegExp(`(?<=\\d${SPACE}h)${SPACE}+(?=\\d{2}(?!\\d))`, 'g')

/** U+00A0 between a number and `%`, a currency or a unit, and in `14 h 30`. */
export function unitSpaces(text: string, { accepted, fillsPercent }: FrenchHouse): Change[] {
  return [
    ...spaced(text, PERCENT, NO_BREAK, fillsPercent ? accepted : [...accepted, '']),
    ...[CURRENCY, UNIT, GLUED_UNIT, MINUTES].flatMap((expression) =>
      spaced(text, expression, NO_BREAK, accepted),
    ),
  ].sort((a, b) => a.start - b.start)
}
