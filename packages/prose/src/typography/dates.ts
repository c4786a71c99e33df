import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { SPACE } from './spaces.ts'

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const WEEKDAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const ANY_MONTH = MONTHS.join('|')
const CAPITAL_MONTH = MONTHS.map(capitalised).join('|')
const CAPITAL_WEEKDAY = WEEKDAYS.split('|').map(capitalised).join('|')
const BEFORE_DAY = `(?<!\\p{L})(?:[ld]e|[ad]u|${WEEKDAYS})${SPACE}`

// « Le 1er mars »: only the first day has an ordinal.
const FIRST_DAY = new RegExp(`1(?=${SPACE}(?:${ANY_MONTH})(?!\\p{L}))(?<=${BEFORE_DAY}1)`, 'giu')
const ODD_FIRST_DAY = new RegExp(
  `(?<![\\p{L}\\d.,:/-]|\\d${SPACE})(?:01|1[°º])(?=${SPACE}(?:${ANY_MONTH})(?!\\p{L}))`,
  'giu',
)
const MONTH = new RegExp(
  `(?<=(?<![\\p{L}\\d.,:/-])(\\d{1,2})(?:er)?${SPACE})(?:${CAPITAL_MONTH})(?!\\p{L})`,
  'gu',
)
const WEEKDAY = new RegExp(
  `(?<=(?<!\\p{L})(?:[ldc]e|[ad]u|chaque)${SPACE})(?:${CAPITAL_WEEKDAY})(?=${SPACE}\\d{1,2}(?:er)?${SPACE}(?:${ANY_MONTH})(?!\\p{L}))`,
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

/** Corrects French dates: `1er mars`, small letters, `15 juin 2027` for figures in a sentence. */
export function correctDates(text: string): Change[] {
  const first = matchesIn(text, FIRST_DAY).map(({ index }) => ({
    start: index + 1,
    end: index + 1,
    text: 'er',
  }))
  const odd = matchesIn(text, ODD_FIRST_DAY).map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    text: '1er',
  }))
  const months = matchesIn(text, MONTH)
    .filter(({ 0: month, 1: day = '', index }) => isOfDate(text, month, day, index))
    .map(lowered)
  const weekdays = matchesIn(text, WEEKDAY).map(lowered)
  const figures = inFigures(text)
  return [...first, ...odd, ...months, ...weekdays, ...figures].sort((a, b) => a.start - b.start)
}

/** The changes of all dates in figures; none when one of them must stay. */
function inFigures(text: string): readonly Change[] {
  const figures = matchesIn(text, FIGURES).flatMap(
    ({ 0: { length }, 1: day, 2: month, 3: year, index }) => {
      const name = MONTHS[Number(month) - 1]
      const number = Number(day)
      if (name === undefined || number < 1 || number > (DAYS[Number(month) - 1] as number))
        return []
      return [
        {
          start: index,
          end: index + length,
          text: `${number === 1 ? '1er' : number} ${name} ${year}`,
        },
      ]
    },
  )
  return figures.length === matchesIn(text, ANY_FIGURES).length ? figures : []
}

function isOfDate(text: string, month: string, day: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 40), index).replace(/\d{1,2}(?:er)?.$/, '')
  if (AFTER_WEEKDAY.test(before)) return true
  if (NAMED_DAYS.includes(`${Number(day)} ${month}`) || AFTER_NAME.test(before)) return false
  return AFTER_ARTICLE.test(before) || BEFORE_YEAR.test(text.slice(index + month.length))
}

function lowered({ 0: word, index }: RegExpExecArray): Change {
  return { start: index, end: index + 1, text: word.charAt(0).toLowerCase() }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
