import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { type FrenchHouse, NO_BREAK, SPACE, spaced } from './spaces.ts'

/** Common misspellings of units. */
export const ODD_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  'Kg kg Kgs kg kgs kg Km/h km/h km/H km/h Km km Kms km kms km kmh km/h Kmh km/h Kwh kWh kwh kWh KWh kWh Mwh MWh mn min hrs h m2 m² m3 m³ km2 km² cm2 cm² cm3 cm³'
    .match(/\S+ \S+/g)
    ?.map((both) => both.split(' ')) ?? [],
)

/** Units that take a no-break space after a number, longest first, as a regular expression. */
export const UNITS =
  'Kgs?|kgs|Km/h|km/H|Kms?|kms|[Kk]mh|[Kk]wh|KWh|Mwh|mn|hrs|cm2|cm3|kbit/s|Mbit/s|Gbit/s|TWh|GWh|MWh|kWh|Wh|TW|GW|MW|kW|W|THz|GHz|MHz|kHz|Hz|Po|To|Go|Mo|ko|km²|km2|km|cm²|cm|mm|dm|m²|m³|m2|m3|m|kg|mg|g|Gt|Mt|kt|t|ha|cl|ml|l|L|EUR|CHF|dB|°C|°F|min|h|s'

/** Units even when glued to the number: `24h` and `3D` may be names. */
const GLUED_UNITS =
  'Kg|Km|KWh|kwh|m2|m3|TWh|GWh|MWh|kWh|GHz|MHz|Go|Mo|km²|km|cm²|cm|mm|m²|m³|kg|ha|°C|°F'

/** Nouns that make the number before them a quantity, whose digits are grouped. */
const QUANTITY_NOUNS =
  'euros?|dollars?|tonnes?|kilomètres?|mètres?|hectares?|litres?|heures?|watts?|kilowattheures?'

// Groups of other lengths around make a telephone number, `0809 401 401`, `+41 22 345 67 89`, or a
// SIRET, `552 100 554 00013`. A hyphen after a space is a minus sign.
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,+/’']|\\d\\s|[^\\s(]-)\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d|-\\d|${SPACE}\\d{2}(?!\\d)|(?:${SPACE}\\d{3})*${SPACE}\\d{5}(?!\\d))`,
  'gu',
)
const DOTTED = /(?<![\p{L}\p{M}\d.,+/-])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.,]?\d|[\p{L}-])/gu
// A single point may be a decimal comma, but not before decimals or a currency, prices of fuel and
// rates apart.
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
/** True when the number after these words is a name and keeps its form. */
function isNaming(before: string): boolean {
  return NAMING.test(before) || COUNTRY.test(before)
}

const NAMING =
  /(?:n[°ºo]|art\.|articles?|(?<![\p{L}\p{M}])[LRDA]\.|SIREN|SIRET|RNA|RCS|CCP|ISBN|tél\.?|téléphone|fax|code|versions?|réf\.?)(?:\s*:)?\s*$/iu
// In capitals: « lu 25 000 pages » is no country.
const COUNTRY = /(?<![\p{L}\p{M}])(?:FR|BE|CH|LU)(?:\s*:)?\s*$/u

/**
 * A narrow no-break space between groups of three digits: in grouped numbers, and in five digits or
 * more before a unit. Years, laws, post codes and telephone numbers stay.
 */
export function digitGroups(text: string, { digits, accepted }: FrenchHouse): Change[] {
  // Both no-break spaces are in use: a missing one follows the setting, an existing one stays.
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

// Beside a number with several points, a number with one point groups its digits too.
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

// Before `h`, `min` and `heures`, the point may separate hours from minutes. Three figures after it
// may be thousands.
const MEASURES = [
  ...UNITS.split('|').filter((unit) => !/^(?:h|min|s)$/.test(unit)),
  ...QUANTITY_NOUNS.split('|').filter((noun) => !noun.startsWith('heure')),
]
const POINT = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d.,/:-])\\d{1,4})\\.(?=\\d{1,2}${SPACE}?(?:[%‰€]|(?:k|M|Md)€|(?:millions?|milliards?|${MEASURES.join('|')})(?![\\p{L}\\p{M}\\d’']|-\\d)))`,
  'gu',
)

/**
 * A decimal comma, `10,5 %`, before a unit; elsewhere the number may be that of a section or a
 * version. Swiss usage has both.
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
// « L. 231-4 » is an article of law.
const UNIT = new RegExp(
  `(?<=\\d)${SPACE}+(?!L\\.${SPACE}?\\d)(?=(?:${UNITS})(?![\\p{L}\\p{M}\\d’']))`,
  'gu',
)
// The unit is matched first, since a lookbehind at each digit of a long number would be slow.
// `plan-20m².pdf` is a file.
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
