import { lazily } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import type { Figure, FigureKind } from './figure.ts'

/**
 * The numbers in digits of a text, with their units; not those of articles, pages or versions.
 * French writes `1 238,5`, Belgium often `1.238,5`, Switzerland `1'238.50`, English `1,238.5`.
 */
export function figuresIn(text: string, language: string): readonly Figure[] {
  const isEnglish = language.startsWith('en')
  const figures: Figure[] = []
  for (const match of matchesIn(text, isEnglish ? ENGLISH : FRENCH)) {
    const [written, coin = '', digits = ''] = match
    const start = match.index
    const end = start + written.length
    if (isNumbered(text, start) || isPartOfNumber(text, start, end, digits)) continue
    if (/^\d{5}$/.test(digits) && TOWN.test(text.slice(end, end + 4))) continue
    const plain = digits.replace(isEnglish ? /,/g : GROUP_SIGN, '').replace(',', '.')
    const rounding = 0.5 * 10 ** -(plain.split('.')[1]?.length ?? 0)
    const isMany =
      Number(plain) >= 2200 || (/\d\D\d{3}(?!\d)/.test(digits) && Number(plain) >= 1000)
    const figure = measured(text, {
      start,
      end,
      digits: Number(plain),
      rounding,
      coin,
      isMany,
      hasPoint: plain.includes('.'),
    })
    if (
      figure.end === end &&
      coin === '' &&
      (isCalled(text, start, end, isEnglish) || isName(text, start, digits))
    )
      continue
    figures.push(figure)
  }
  return figures
}

// After a letter or a joining sign it is a name, a date or a code; `0 800…` is a telephone number.
const FRENCH =
  /(?=[\d€$£CF])(?<![\p{L}\p{N}_.,/:@#§°^-])((?:[€$£]|CHF|Fr\.)\s?)?([1-9]\d{0,2}(?:(?:[\u0020\u00A0\u202F\u2009]\d{3}){1,5}|(?:['’]\d{3}){1,5}|(?:\.\d{3}){1,5})(?:,\d+|(?<=['’]\d{3})\.\d\d)?(?![\d.,/-]*\d)|\d+(?:[.,]\d+)?(?![.,/:-]?\d))(?!\p{L}*[-/]\d)/gu
// A point before exactly three digits, and after one to three, separates thousands.
const GROUP_SIGN = /[^\d.,]|(?<!^0|\d{4})\.(?=\d{3}(?!\d))/g
const ENGLISH =
  /(?<![\p{L}\p{N}_.,/:@#§°^-])((?:[€$£]|CHF)\s?)?([1-9]\d{0,2}(?:,\d{3}){1,5}(?:\.\d+)?(?![\d.,/-]*\d)|\d+(?:\.\d+)?(?![.,/:-]?\d))(?!\p{L}*[-/]\d)/gu

/** Whether the word before a number (« article », « page »…) makes it a reference. */
function isNumbered(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start).trimEnd()
  if (before.endsWith('§')) return true
  const word = before.slice(
    Math.max(
      before.lastIndexOf(' '),
      before.lastIndexOf('\u00A0'),
      before.lastIndexOf('\n'),
      before.lastIndexOf('('),
    ) + 1,
  )
  return NUMBERED.has(word.toLowerCase().replace(/\.$|s$/, ''))
}

const NUMBERED: ReadonlySet<string> = new Set(
  'n° n no numéro art article page p pp chap chapitre chapter section titre tome vol volume épisode version v annexe fig figure tableau table ligne étape axe note point scope niveau classe groupe zone pisa horizon siren siret rna rc isbn issn'.split(
    ' ',
  ),
)

/**
 * Whether digits belong to a telephone number, `0809 401 401`, or follow a double blank in a
 * number.
 */
function isPartOfNumber(text: string, start: number, end: number, digits: string): boolean {
  if (/^0\d/.test(digits) || AFTER_TELEPHONE.test(text.slice(Math.max(0, start - 6), start)))
    return true
  return GROUPED.test(digits) && PAIR.test(text.slice(end, end + 4))
}

const AFTER_TELEPHONE = /(?<!\d)0\d{2,3}[ \u00A0\u202F]$/
/** Quantities are grouped by three to the end, unlike `+32 470 12 34 56`. */
const GROUPED = /\d[ \u00A0\u202F]\d{3}$/
const PAIR = /^[ \u00A0\u202F]\d{2}(?!\d)/

/** Whether digits and the capitals before them make a name: `IDCC 2700`, not `EUR 2700`. */
function isName(text: string, start: number, digits: string): boolean {
  return /^\d+$/.test(digits) && CAPITALS.test(text.slice(Math.max(0, start - 8), start))
}

const CAPITALS = /(?<!\p{L})(?!(?:EUR|USD|CHF|GBP|CAD|FF)[ \u00A0])\p{Lu}{2,6}[ \u00A0]$/u

/**
 * Whether a number is a telephone number: after a singular article (« le 3919 »), or after
 * « appelez » without a noun behind it (not « appeler 3 000 adhérents »).
 */
function isCalled(text: string, start: number, end: number, isEnglish: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return (
    (!isEnglish && SINGULAR.test(before)) ||
    (CALL.test(before) && NO_NOUN.test(text.slice(end, end + 12)))
  )
}

const SINGULAR = /(?<![\p{L}’'-])(?:le|au|du)\s+$/iu
const CALL =
  /(?<!\p{L})(?:(?:appel|compos)(?:er|ez)|joindre|joignez|t[ée]l(?:éphone)?\.?|num[ée]ros?|call(?:ing)?|dial(?:ling|ing)?|ring|phone|number)[\s:]+$/iu
const NO_NOUN = /^\s*(?:[.,;:!?)»(–—]|$|(?:ou|et|pour|en|si|dès|à|or|and|for|if|at|to)(?!\p{L}))/iu

// After a postal code: the capital of a town.
const TOWN = /^\s\p{Lu}\p{Ll}/u

interface Digits {
  readonly start: number
  readonly end: number
  readonly digits: number
  readonly rounding: number
  readonly coin: string
  readonly isMany: boolean
  readonly hasPoint: boolean
}

function measured(
  text: string,
  { start, end, digits, rounding, coin, isMany, hasPoint }: Digits,
): Figure {
  const figure = (kind: FigureKind, unit: string, factor: number, at: number): Figure => ({
    kind,
    text: text.slice(start, at),
    unit,
    value: digits * factor,
    rounding: rounding * factor,
    start,
    end: at,
  })
  COIN_SCALE.lastIndex = end
  const short = coin === '' ? null : COIN_SCALE.exec(text)
  if (short !== null)
    return figure('money', coin.trim(), SCALES[short[1] as string] ?? 1, COIN_SCALE.lastIndex)
  SCALE.lastIndex = end
  const scale = SCALE.exec(text)
  const factor =
    scale === null ? 1 : (SCALES[(scale[1] as string).toLowerCase().replace(/s$/, '')] ?? 1)
  const from = scale === null ? end : SCALE.lastIndex
  for (const { kind, pattern, base } of UNITS) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match !== null)
      return figure(kind, match[0].trim(), factor * base(match), from + match[0].length)
  }
  if (coin !== '')
    return figure(
      'money',
      coin.trim(),
      factor,
      scale === null ? end : end + (scale[0].trimEnd().length ?? 0),
    )
  if (scale !== null)
    return figure('many', '', factor, end + scale[0].replace(/\s*(?:de|d['’]|of)?\s*$/u, '').length)
  if (isMany) return figure('many', '', 1, end)
  return figure(!hasPoint && digits >= 1000 && digits < 2200 ? 'year' : 'plain', '', 1, end)
}

// A single letter is a scale only after a currency: `£1bn`, `$316m`.
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

interface Unit {
  readonly kind: FigureKind
  readonly pattern: RegExp
  readonly base: (match: RegExpExecArray) => number
}

/** The order matters: the first match wins. */
const UNITS: readonly Unit[] = [
  unit('share', `(?:%|pour${GAP}cent${STOP}|per${GAP}cent${STOP})`, () => 1),
  unit('share', '(?:‰|pour mille)', () => 0.1),
  unit('share', 'points? de pourcentage', () => 1),
  unit('energy', `([kMGTP]?)Wh${STOP}`, ([, prefix = '']) => PREFIX[prefix] ?? 1),
  unit('power', `([kMGT]?)W${STOP}`, ([, prefix = '']) => PREFIX[prefix] ?? 1),
  unit('gas', `([kMG]?)t${GAP}${CARBON}`, ([, prefix = '']) => 1e6 * (PREFIX[prefix] ?? 1)),
  unit('gas', `(?:tonnes?|tons?)${GAP}${CARBON}`, () => 1e6),
  unit('gas', `(k?)g(?:rammes?|rams?)?${GAP}${CARBON}`, ([, prefix = '']) => PREFIX[prefix] ?? 1),
  unit('mass', `([kMG]?)t${STOP}`, ([, prefix = '']) => 1e6 * (PREFIX[prefix] ?? 1)),
  unit('mass', `(?:tonnes?|tons?)${STOP}`, () => 1e6),
  unit('mass', `(?:kg|kilogrammes?|kilos?)${STOP}`, () => 1e3),
  unit(
    'money',
    `(?:€|\\$|£|(?:euros?|dollars?|CHF|francs? suisses?|livres sterling|pounds?)${STOP})`,
    () => 1,
  ),
  unit('volume', `(?:hectares?|ha)${STOP}`, () => 1e4),
  unit('volume', '(?:km²|km2)', () => 1e6),
  unit('volume', '(?:m³|m3|mètres? cubes?|cubic met(?:re|er)s?)', () => 1e3),
  unit('volume', `(?:litres?|liters?|L)${STOP}`, () => 1),
  unit('volume', '(?:m²|m2|mètres? carrés?|square met(?:re|er)s?)', () => 1),
  unit('data', `([kMGTP]?)(?:o|B|octets?|bytes?)${STOP}`, ([, prefix = '']) => PREFIX[prefix] ?? 1),
  unit(
    'length',
    `(?:km|kilomètres?|kilomet(?:re|er)s?|mètres?|met(?:re|er)s?|cm|mm|m|°C|dB|kV|V)${STOP}`,
    () => 1,
  ),
  unit(
    'duration',
    `-?(?:ans?|années?|mois|semaines?|jours?|heures?|h|minutes?|min|secondes?|s|nuits?|trimestres?|semestres?|siècles?)${STOP}`,
    () => 1,
  ),
  unit(
    'duration',
    `-?(?:years?|months?|weeks?|days?|hours?|nights?|seconds?|quarters?)${STOP}`,
    () => 1,
  ),
]

function unit(kind: FigureKind, source: string, base: Unit['base']): Unit {
  return lazily<Unit>({
    kind: () => kind,
    pattern: () => new RegExp(GAP + source, 'uy'),
    base: () => base,
  })
}
