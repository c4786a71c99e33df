import { matchesIn } from '../matches-in.ts'
import { MONTHS } from '../months.ts'
import { type Change, inTextOrder, replacementsIn } from './change.ts'
import { SPACE } from './spaces.ts'

const WEEKDAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const ANY_MONTH = MONTHS.fr.join('|')
const BEFORE_DAY = `(?<!\\p{L})(?:[ld]e|[ad]u|${WEEKDAYS})${SPACE}`

// « Le 1er mars »: only the first day has an ordinal.
const FIRST_DAY = new RegExp(`(?<=${BEFORE_DAY}1)(?=${SPACE}(?:${ANY_MONTH})(?!\\p{L}))`, 'giu')
const ODD_FIRST_DAY = new RegExp(
  `(?<![\\p{L}\\d.,:/-]|\\d${SPACE})(?:01|1[°º])(?=${SPACE}(?:${ANY_MONTH})(?!\\p{L}))`,
  'giu',
)
// The capital of a month or a weekday in a date, which French writes small.
const MONTH = new RegExp(
  `(?<=(?<![\\p{L}\\d.,:/-])(\\d{1,2})(?:er)?${SPACE})(?=(${capitalised(ANY_MONTH)})(?!\\p{L})).`,
  'gu',
)
const WEEKDAY = new RegExp(
  `(?<=(?<!\\p{L})(?:[ldc]e|[ad]u|chaque)${SPACE})(?=(?:${capitalised(WEEKDAYS)})${SPACE}\\d{1,2}(?:er)?${SPACE}(?:${ANY_MONTH})(?!\\p{L})).`,
  'gu',
)
const FIGURES = new RegExp(
  `(?<=(?<!\\p{L})(?:(?:le|du|${WEEKDAYS})${SPACE}|du${SPACE}\\d{1,2}/\\d{1,2}/\\d{4}${SPACE}au${SPACE}))(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d{2})(?![\\d\\p{L}/-])`,
  'giu',
)
const ANY_FIGURES = /\d\/\d{1,2}\/\d/g

// Days with a name of their own, whose capital stays: « le 14 Juillet ».
const NAMED_DAYS =
  '1 Janvier|8 Mars|19 Mars|22 Mars|1 Mai|8 Mai|13 Mai|6 Juin|18 Juin|20 Juin|14 Juillet|4 Août|10 Août|15 Août|4 Septembre|17 Octobre|1 Novembre|11 Novembre|25 Novembre|2 Décembre|25 Décembre'.split(
    '|',
  )
const AFTER_WEEKDAY = new RegExp(`(?<!\\p{L})(?:${WEEKDAYS})${SPACE}$`, 'iu')
const AFTER_ARTICLE = new RegExp(`(?<!\\p{L})(?:le|au)${SPACE}$`, 'iu')
// Names, whose capital stays: « rue du 4 Septembre », « le mouvement du 22 Mars ».
const AFTER_NAME =
  /(?<!\p{L})(?:rue|avenue|boulevard|place|quai|cours|square|allée|impasse|passage|pont|école|collège|lycée|stade|salle|cité|mouvement|université|hôpital|armée|front) du $/iu
const BEFORE_YEAR = new RegExp(`^${SPACE}(?:19|20)\\d{2}(?!\\d)`, 'u')

/** Corrects French dates: `1er mars`, `mars` for `Mars`, `15 juin 2027` for `15/6/2027`. */
export function correctDates(text: string): Change[] {
  const dates = replacementsIn(text, [
    [FIRST_DAY, 'er'],
    [ODD_FIRST_DAY, '1er'],
    [MONTH, (match) => (isOfDate(text, match) ? match[0].toLowerCase() : null)],
    [WEEKDAY, ([letter]) => letter.toLowerCase()],
  ])
  return [...dates, ...inFigures(text)].sort(inTextOrder)
}

/** The changes of all dates in figures; none when one of them must stay. */
function inFigures(text: string) {
  const inWords = ({ 1: day, 2: month, 3: year }: RegExpExecArray) => {
    const date = new Date(Date.UTC(LEAP_YEAR, Number(month) - 1, Number(day)))
    const name = MONTHS.fr[Number(month) - 1]
    return name === undefined || MONTHS.fr[date.getUTCMonth()] !== name
      ? null
      : `${date.getUTCDate() === 1 ? '1er' : date.getUTCDate()} ${name} ${year}`
  }
  const figures = replacementsIn(text, [[FIGURES, inWords]])
  return figures.length === matchesIn(text, ANY_FIGURES).length ? figures : []
}

const LEAP_YEAR = 2024

function isOfDate(text: string, { 1: day, 2: month = '', index }: RegExpExecArray) {
  const before = text.slice(Math.max(0, index - 40), index).replace(/\d{1,2}(?:er)?.$/, '')
  if (AFTER_WEEKDAY.test(before)) return true
  if (NAMED_DAYS.includes(`${Number(day)} ${month}`) || AFTER_NAME.test(before)) return false
  return AFTER_ARTICLE.test(before) || BEFORE_YEAR.test(text.slice(index + month.length))
}

function capitalised(words: string) {
  return words.replace(/(?<=^|\|)./g, (letter) => letter.toUpperCase())
}
