import { wordSet } from '@cahier/core'
import { matchesIn } from '@cahier/prose'

/**
 * What a figure measures. `gas` is CO₂, `volume` includes areas, `many` is a large count without
 * unit, `plain` has no known unit.
 */
export type FigureKind =
  | 'share'
  | 'energy'
  | 'power'
  | 'gas'
  | 'mass'
  | 'money'
  | 'volume'
  | 'data'
  | 'length'
  | 'many'
  | 'duration'
  | 'year'
  | 'plain'

/** A number written in digits, and its unit. */
export interface Figure {
  readonly kind: FigureKind
  /** The number and its unit, as written. */
  readonly text: string
  /** The unit as written; `''` when there is none. */
  readonly unit: string
  /** Converted to a base unit: %, Wh, W, g, l, m², bytes. Other kinds are not converted. */
  readonly value: number
  /** The largest rounding error: half a unit of the last digit. */
  readonly rounding: number
  /** Offsets in the text, unit included. */
  readonly start: number
  readonly end: number
}

/**
 * The figures of a text: numbers in digits with their units, but no numbers of articles, pages or
 * telephones. French texts may have `1 238,5`, the Belgian `1.238,5` or the Swiss `1'238.50`.
 */
export function figuresIn(text: string, language: string): readonly Figure[] {
  const isEnglish = language.startsWith('en')
  return matchesIn(text, isEnglish ? ENGLISH : FRENCH).flatMap((match) => {
    const [written, coin = '', digits = ''] = match
    const start = match.index
    const end = start + written.length
    const before = text.slice(Math.max(0, start - 24), start)
    const after = text.slice(end, end + 12)
    if (isNumbered(before) || isPartOfTelephone(before, after, digits)) return []
    if (/^\d{5}$/.test(digits) && TOWN.test(after)) return []
    const number = digits.replace(isEnglish ? /,/g : GROUP_SIGN, '').replace(',', '.')
    const figure = measured(text, start, end, coin.trim(), digits, number)
    const isBare = figure.end === end && coin === ''
    const isReference =
      isCalled(before, after, isEnglish) || (/^\d+$/.test(digits) && CAPITALS.test(before))
    return isBare && isReference ? [] : [figure]
  })
}

// Digits after a letter or a sign such as `/` are a name, a date or a code. Groups of thousands
// begin with 1 to 9: `0 800…` is a telephone number.
const FRENCH =
  /(?=[\d€$£CF])(?<![\p{L}\p{N}_.,/:@#§°^-])((?:[€$£]|CHF|Fr\.)\s?)?([1-9]\d{0,2}(?:(?:[\u0020\u00A0\u202F\u2009]\d{3}){1,5}|(?:['’]\d{3}){1,5}|(?:\.\d{3}){1,5})(?:,\d+|(?<=['’]\d{3})\.\d\d)?(?![\d.,/-]*\d)|\d+(?:[.,]\d+)?(?![.,/:-]?\d))(?!\p{L}*[-/]\d)/gu
// Signs between thousands, such as the points in `1.238.500`, but not the point in `0.125`.
const GROUP_SIGN = /[^\d.,]|(?<!^0|\d{4})\.(?=\d{3}(?!\d))/g
const ENGLISH =
  /(?<![\p{L}\p{N}_.,/:@#§°^-])((?:[€$£]|CHF)\s?)?([1-9]\d{0,2}(?:,\d{3}){1,5}(?:\.\d+)?(?![\d.,/-]*\d)|\d+(?:\.\d+)?(?![.,/:-]?\d))(?!\p{L}*[-/]\d)/gu

/** Whether the word before a number makes it a reference: « article 3 », « page 12 ». */
function isNumbered(before: string) {
  const word = /[^ \u00A0\n(]*$/.exec(before.trimEnd())?.[0] ?? ''
  return word.endsWith('§') || NUMBERED.has(word.toLowerCase().replace(/\.$|s$/, ''))
}

const NUMBERED = wordSet(
  'n° n no numéro art article page p pp chap chapitre chapter section titre tome vol volume épisode version v annexe fig figure tableau table ligne étape axe note point scope niveau classe groupe zone pisa horizon siren siret rna rc isbn issn',
)

/** Whether digits belong to a telephone number: `0809 401 401`, `+32 470 12 34 56`. */
function isPartOfTelephone(before: string, after: string, digits: string) {
  return (
    /^0\d/.test(digits) ||
    AFTER_TELEPHONE.test(before) ||
    (GROUPED.test(digits) && PAIR.test(after))
  )
}

const AFTER_TELEPHONE = /(?<!\d)0\d{2,3}[ \u00A0\u202F]$/
/** A group of thousands before a `PAIR` of digits: `32 470 12 34 56` is no quantity. */
const GROUPED = /\d[ \u00A0\u202F]\d{3}$/
const PAIR = /^[ \u00A0\u202F]\d{2}(?!\d)/

/** Capitals before digits make a name, `IDCC 2700`, unless they are a currency, `EUR 2700`. */
const CAPITALS = /(?<!\p{L})(?!(?:EUR|USD|CHF|GBP|CAD|FF)[ \u00A0])\p{Lu}{2,6}[ \u00A0]$/u

/**
 * Whether a number without unit is a telephone number: « le 3919 », « appelez 3919 ». After «
 * appeler », a noun must not follow: « appeler 3 000 adhérents ».
 */
function isCalled(before: string, after: string, isEnglish: boolean) {
  return (!isEnglish && SINGULAR.test(before)) || (CALL.test(before) && NO_NOUN.test(after))
}

const SINGULAR = /(?<![\p{L}’'-])(?:le|au|du)\s+$/iu
const CALL =
  /(?<!\p{L})(?:(?:appel|compos)(?:er|ez)|joindre|joignez|t[ée]l(?:éphone)?\.?|num[ée]ros?|call(?:ing)?|dial(?:ling|ing)?|ring|phone|number)[\s:]+$/iu
const NO_NOUN = /^\s*(?:[.,;:!?)»(–—]|$|(?:ou|et|pour|en|si|dès|à|or|and|for|if|at|to)(?!\p{L}))/iu

// The beginning of a town name after a postal code: « 69001 Lyon ».
const TOWN = /^\s\p{Lu}\p{Ll}/u

/**
 * `coin` is a currency sign before the digits. `number` has a decimal point and no signs between
 * thousands.
 */
function measured(
  text: string,
  start: number,
  end: number,
  coin: string,
  digits: string,
  number: string,
): Figure {
  const value = Number(number)
  const rounding = 0.5 * 10 ** -(number.split('.')[1]?.length ?? 0)
  const figure = (kind: FigureKind, unit: string, factor: number, to: number): Figure => ({
    kind,
    text: text.slice(start, to),
    unit,
    value: value * factor,
    rounding: rounding * factor,
    start,
    end: to,
  })
  const [short = '', letters = ''] = coin === '' ? [] : matchAt(COIN_SCALE, text, end)
  if (short !== '') return figure('money', coin, SCALES[letters] ?? 1, end + short.length)
  const [scale = '', word = ''] = matchAt(SCALE, text, end)
  const factor = SCALES[word.toLowerCase().replace(/s$/, '')] ?? 1
  const from = end + scale.length
  for (const [kind, pattern, base] of UNITS) {
    const [unit, prefix = ''] = matchAt(pattern, text, from)
    if (unit !== undefined)
      return figure(kind, unit.trim(), factor * base * (PREFIX[prefix] ?? 1), from + unit.length)
  }
  if (coin !== '') return figure('money', coin, factor, end + scale.trimEnd().length)
  if (scale !== '')
    return figure('many', '', factor, end + scale.replace(/\s*(?:de|d['’]|of)?\s*$/u, '').length)
  const isMany = value >= 2200 || (/\d\D\d{3}(?!\d)/.test(digits) && value >= 1000)
  const isYear = !number.includes('.') && value >= 1000 && value < 2200
  return figure(isMany ? 'many' : isYear ? 'year' : 'plain', '', 1, end)
}

function matchAt(sticky: RegExp, text: string, at: number): readonly (string | undefined)[] {
  sticky.lastIndex = at
  return sticky.exec(text) ?? []
}

// These short scales are read only after a currency: `£1bn`, `$316m`.
const COIN_SCALE = /[\u00A0\u202F ]?(bn|m|mn|k|tn)(?![\p{L}\p{N}])/uy

const SCALE =
  /\s*(milliers?|thousand|millions?|milliards?|billions?|(?:Mds?|M|k)(?=\s?[€$£]))(?![\p{L}\p{N}])\s*(?:(?:de|of)(?![\p{L}])\s*|d['’])?/uy

const SCALES: Readonly<Record<string, number>> = {
  millier: 1e3,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  milliard: 1e9,
  billion: 1e9,
  md: 1e9,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
}

const PREFIX: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 }

const GAP = '\\s*'
const STOP = '(?![\\p{L}\\p{N}])'
const CARBON = `(?:d['’]équivalent|équivalents?|éq\\.?|eq\\.?|de|of)?${GAP}(?:d['’])?(?:CO2|CO₂|dioxyde de carbone|carbon dioxide)(?:${GAP}-?(?:équivalents?|éq\\.?|eq\\.?|e(?!\\p{L})))?`

/** For each unit: its kind, its pattern, its value in the base unit. The first match wins. */
const UNITS = (
  [
    ['share', `(?:%|pour${GAP}cent${STOP}|per${GAP}cent${STOP})`, 1],
    ['share', '(?:‰|pour mille)', 0.1],
    ['share', 'points? de pourcentage', 1],
    ['energy', `([kMGTP]?)Wh${STOP}`, 1],
    ['power', `([kMGT]?)W${STOP}`, 1],
    ['gas', `([kMG]?)t${GAP}${CARBON}`, 1e6],
    ['gas', `(?:tonnes?|tons?)${GAP}${CARBON}`, 1e6],
    ['gas', `(k?)g(?:rammes?|rams?)?${GAP}${CARBON}`, 1],
    ['mass', `([kMG]?)t${STOP}`, 1e6],
    ['mass', `(?:tonnes?|tons?)${STOP}`, 1e6],
    ['mass', `(?:kg|kilogrammes?|kilos?)${STOP}`, 1e3],
    [
      'money',
      `(?:€|\\$|£|(?:euros?|dollars?|CHF|francs? suisses?|livres sterling|pounds?)${STOP})`,
      1,
    ],
    ['volume', `(?:hectares?|ha)${STOP}`, 1e4],
    ['volume', '(?:km²|km2)', 1e6],
    ['volume', '(?:m³|m3|mètres? cubes?|cubic met(?:re|er)s?)', 1e3],
    ['volume', `(?:litres?|liters?|L)${STOP}`, 1],
    ['volume', '(?:m²|m2|mètres? carrés?|square met(?:re|er)s?)', 1],
    ['data', `([kMGTP]?)(?:o|B|octets?|bytes?)${STOP}`, 1],
    [
      'length',
      `(?:km|kilomètres?|kilomet(?:re|er)s?|mètres?|met(?:re|er)s?|cm|mm|m|°C|dB|kV|V)${STOP}`,
      1,
    ],
    [
      'duration',
      `-?(?:ans?|années?|mois|semaines?|jours?|heures?|h|minutes?|min|secondes?|s|nuits?|trimestres?|semestres?|siècles?|years?|months?|weeks?|days?|hours?|nights?|seconds?|quarters?)${STOP}`,
      1,
    ],
  ] as const
).map(([kind, source, base]): readonly [FigureKind, RegExp, number] => [
  kind,
  new RegExp(GAP + source, 'uy'),
  base,
])

/**
 * Kinds that need a source. A duration is often a demand, as in “within 5 years”. Nobody disputes a
 * length or a year.
 */
export const KINDS_TO_SOURCE = new Set<FigureKind>([
  'share',
  'energy',
  'power',
  'gas',
  'mass',
  'money',
  'volume',
  'data',
  'many',
])
