import { matchesIn } from '../matches-in.ts'
import { type Change, inTextOrder, replacementsIn } from './change.ts'
import { type FrenchSpacing, NO_BREAK, SPACE, spaced } from './spaces.ts'

/** Misspelled units and their correct forms. */
export const ODD_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  'Kg kg Kgs kg kgs kg Km/h km/h km/H km/h Km km Kms km kms km kmh km/h Kmh km/h Kwh kWh kwh kWh KWh kWh Mwh MWh mn min hrs h m2 m² m3 m³ km2 km² cm2 cm² cm3 cm³'
    .match(/\S+ \S+/g)
    ?.map((both) => both.split(' ')) ?? [],
)

export const UNITS =
  'Kgs?|kgs|Km/h|km/H|Kms?|kms|[Kk]mh|[Kk]wh|KWh|Mwh|mn|hrs|cm2|cm3|kbit/s|Mbit/s|Gbit/s|TWh|GWh|MWh|kWh|Wh|TW|GW|MW|kW|W|THz|GHz|MHz|kHz|Hz|Po|To|Go|Mo|ko|km²|km2|km|cm²|cm|mm|dm|m²|m³|m2|m3|m|kg|mg|g|Gt|Mt|kt|t|ha|cl|ml|l|L|EUR|CHF|dB|°C|°F|min|h|s'

/**
 * The units that are also recognized without a space. Units such as `h` are left out, since `24h`
 * may be a name.
 */
const GLUED_UNITS =
  'Kg|Km|KWh|kwh|m2|m3|TWh|GWh|MWh|kWh|GHz|MHz|Go|Mo|km²|km|cm²|cm|mm|m²|m³|kg|ha|°C|°F'

/** Digits are grouped in a number before these nouns. */
const QUANTITY_NOUNS =
  'euros?|dollars?|tonnes?|kilomètres?|mètres?|hectares?|litres?|heures?|watts?|kilowattheures?'

// Digits in groups of three. Beside a group of another length, they are a telephone number
// (`0809 401 401`, `+41 22 345 67 89`) or a SIRET (`552 100 554 00013`). A hyphen after a space is
// a minus sign.
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,+/’']|\\d\\s|[^\\s(]-)\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d|-\\d|${SPACE}\\d{2}(?!\\d)|(?:${SPACE}\\d{3})*${SPACE}\\d{5}(?!\\d))`,
  'gu',
)
const DOTTED = /(?<![\p{L}\p{M}\d.,+/-])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.,]?\d|[\p{L}-])/gu
// A point may stand for a decimal comma. In `1.234,5` and `1.234 €`, the point separates thousands.
// In a text about fuel prices or rates (`THOUSANDTHS`), the point of `1.234 €` may be a decimal
// comma.
const DOTTED_AND_DECIMALS = /(?<![\p{L}\p{M}\d.,+/-])[1-9]\d{0,2}(?:\.\d{3})+(?=,\d{1,2}(?!\d))/gu
const DOTTED_MONEY = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,+/-])[1-9]\\d{0,2}\\.\\d{3}(?=${SPACE}?(?:€|EUR|euros|francs)(?![\\p{L}\\d]))`,
  'gu',
)
const THOUSANDTHS =
  /litre|carburant|gazole|diesel|essence|[kM]Wh|taux|€\s?\/|(?<!\d)(?:1|un)\s(?:€|euro(?!s))/i
const ONCE_DOTTED = /(?<![\p{L}\p{M}\d.,+/-]|§\s?)[1-9]\d{0,2}\.\d{3}(?![.,]?\d|[\p{L}-])/gu
const POINT_FOR_COMMA = /\d\.(?:\d{1,2}|\d{4,})(?!\d)/
// Not litres: `200809L` is a C constant, `94246 L’Haÿ-les-Roses` a place.
const GLUED = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,/-])[1-9]\\d{4,8}(?!L)(?=${SPACE}?(?:[%‰€$£¥]|(?:k|M|Md)€|(?:${UNITS}|${QUANTITY_NOUNS})(?![\\p{L}\\p{M}\\d'’])))`,
  'gu',
)
/** True when the words before a number make it a name: `article 1200`. */
function isNaming(before: string) {
  return NAMING.test(before) || COUNTRY.test(before)
}

const NAMING =
  /(?:n[°ºo]|art\.|articles?|(?<![\p{L}\p{M}])[LRDA]\.|SIREN|SIRET|RNA|RCS|CCP|ISBN|tél\.?|téléphone|fax|code|versions?|réf\.?)(?:\s*:)?\s*$/iu
// In capitals only: the word « lu » is not Luxembourg.
const COUNTRY = /(?<![\p{L}\p{M}])(?:FR|BE|CH|LU)(?:\s*:)?\s*$/u

/**
 * Puts a no-break space between groups of three digits, in numbers already grouped, or of five
 * digits or more before a unit.
 */
export function digitGroups(text: string, { digits, accepted }: FrenchSpacing): Change[] {
  // Where a no-break space is wanted, a narrow no-break space stays.
  const kept = digits === NO_BREAK ? [...accepted, '\u202F'] : accepted
  const grouped = (numbers: readonly RegExpExecArray[], sign: RegExp) =>
    numbers.flatMap(({ 0: number, index }) =>
      spaced(number, [sign], digits, kept).map(({ start, end, text: put }) => ({
        start: start + index,
        end: end + index,
        text: put,
      })),
    )
  return [
    ...grouped(quantities(text, GROUPED), new RegExp(SPACE, 'g')),
    ...grouped(dottedQuantities(text), /\./g),
    ...grouped(quantities(text, GLUED), /(?<=\d)(?=(?:\d{3})+$)/g),
  ].sort(inTextOrder)
}

// Beside a number with several points, a number with one point is grouped too.
function dottedQuantities(text: string): readonly RegExpExecArray[] {
  const several = quantities(text, DOTTED).filter(([number]) => !isAddress(number))
  const sure = [...several, ...quantities(text, DOTTED_AND_DECIMALS)]
  if (THOUSANDTHS.test(text)) return sure
  sure.push(...quantities(text, DOTTED_MONEY))
  if (sure.length === 0 || POINT_FOR_COMMA.test(text)) return sure
  const known = new Set(sure.map(({ index }) => index))
  return [...sure, ...quantities(text, ONCE_DOTTED).filter(({ index }) => !known.has(index))]
}

function quantities(text: string, expression: RegExp) {
  return matchesIn(text, expression).filter(
    ({ 0: number, index }) =>
      !number.startsWith('0') && !isNaming(text.slice(Math.max(0, index - 14), index)),
  )
}

function isAddress(number: string) {
  const parts = number.split('.').map(Number)
  return parts.length === 4 && parts.every((part) => part < 256)
}

// Before `h`, `min` and `heures`, a point may separate minutes. Three figures after a point may be
// thousands.
const MEASURES = [
  ...UNITS.split('|').filter((unit) => !/^(?:h|min|s)$/.test(unit)),
  ...QUANTITY_NOUNS.split('|').filter((noun) => !noun.startsWith('heure')),
]
const POINT = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d.,/:-])\\d{1,4})\\.(?=\\d{1,2}${SPACE}?(?:[%‰€]|(?:k|M|Md)€|(?:millions?|milliards?|${MEASURES.join('|')})(?![\\p{L}\\p{M}\\d’']|-\\d)))`,
  'gu',
)

/**
 * Puts a decimal comma before a unit: `10,5 %`. Other numbers may be those of sections or versions.
 * Swiss texts keep the point.
 */
export function decimalCommas(text: string, { keepsDecimalPoint }: FrenchSpacing): Change[] {
  if (keepsDecimalPoint) return []
  const before = (index: number) => text.slice(Math.max(0, index - 18), index).replace(/\d+$/, '')
  return replacementsIn(text, [[POINT, ({ index }) => (isNaming(before(index)) ? null : ',')]])
}

const PERCENT = new RegExp(`(?<=\\d)${SPACE}*(?=[%‰](?![\\p{L}\\p{M}\\d]))`, 'gu')
const CURRENCY = new RegExp(
  `(?<=\\d)${SPACE}*(?=(?:[€$£¥]|(?:[kK]|M|Md)€)(?![\\p{L}\\p{M}\\d]))`,
  'gu',
)
// « L. 231-4 » is an article of law, not litres.
const UNIT = new RegExp(
  `(?<=\\d)${SPACE}+(?!L\\.${SPACE}?\\d)(?=(?:${UNITS})(?![\\p{L}\\p{M}\\d’']))`,
  'gu',
)
// The unit comes first, for speed. `plan-20m².pdf` is a file.
const GLUED_UNIT = new RegExp(
  `(?=(?:${GLUED_UNITS})(?![\\p{L}\\p{M}\\d]|\\.\\p{L}))(?<=(?<![\\p{L}\\p{M}\\d])\\d[\\d.,\\u00A0\\u202F]{0,30})(?<=\\d)`,
  'gu',
)
const MINUTES = new RegExp(`(?<=\\d${SPACE}h)${SPACE}+(?=\\d{2}(?!\\d))`, 'g')

/** Puts a no-break space between a number and `%`, a currency or a unit, and in `14 h 30`. */
export function unitSpaces(text: string, { accepted, fillsPercent }: FrenchSpacing): Change[] {
  return [
    ...spaced(text, [PERCENT], NO_BREAK, fillsPercent ? accepted : [...accepted, '']),
    ...spaced(text, [CURRENCY, UNIT, GLUED_UNIT, MINUTES], NO_BREAK, accepted),
  ].sort(inTextOrder)
}
