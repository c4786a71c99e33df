import type { Word } from '../diff/words-of.ts'
import { MONTHS } from '../months.ts'
import { isMarker } from './item-markers.ts'

export type WordRange = readonly [start: number, end: number]

/** The most words and signs between two figures. */
const BETWEEN = 3

/**
 * The ranges of words that change only as a whole, in order: e-mail addresses, and numbers that
 * belong together, as in a date, a fraction, an interval (`10 à 20`). The number of a list item is
 * in no range.
 */
export function wholeFigures(words: readonly Word[]): readonly WordRange[] {
  const ranges: WordRange[] = []
  for (let at = 0; at < words.length; at++) {
    const end = isFigure(words[at]) && !isMarker(words, at, at + 2) ? figuresEnd(words, at) : at
    // The month before the first figure belongs to the date: `mai 2024 à juin 2025`.
    if (end > at + 1) ranges.push([MONTH.test(words[at - 1]?.text ?? '') ? at - 1 : at, end])
    else if (isMail(words, at)) ranges.push([gluedStart(words, at), gluedEnd(words, at)])
    at = Math.max(at, (ranges.at(-1)?.[1] ?? 0) - 1)
  }
  return ranges
}

function figuresEnd(words: readonly Word[], start: number) {
  let end = start + 1
  for (let at = end; at <= end + BETWEEN && words[at]?.sentence === words[start]?.sentence; at++) {
    const { gap = '', text = '' } = words[at] ?? {}
    const isPart =
      isFigure(words[at]) ||
      isLastOne(words, at) ||
      (gap === '' && /^\p{L}$/u.test(text) && words[at - 1]?.text === '(')
    if (isPart) end = at + 1
    else if (/[\p{L}\p{N}|]/u.test(text) && !JOINS.test(text)) break
  }
  return end
}

function isFigure(word: Word | undefined) {
  return word !== undefined && (/^\p{N}|\s.*\p{N}$/u.test(word.text) || isInLetters(word.text))
}

function isLastOne(words: readonly Word[], at: number) {
  const [tens, sign] = [words[at - 2]?.text ?? '', words[at - 1]?.text ?? '']
  return (
    ONE.test(words[at]?.text ?? '') &&
    (words[at]?.gap === '' ? /^[-‑]$/.test(sign) : sign === 'et' && TENS.test(tens))
  )
}

function isMail(words: readonly Word[], at: number) {
  return words[at]?.text === '@' && gluedStart(words, at) < at && gluedEnd(words, at) > at + 1
}

function gluedStart(words: readonly Word[], at: number) {
  let start = at
  while (words[start]?.gap === '' && isInMail(words[start - 1])) start -= 1
  return start
}

function gluedEnd(words: readonly Word[], at: number) {
  let end = at + 1
  while (words[end]?.gap === '' && isInMail(words[end])) end += 1
  return end
}

function isInMail(word: Word | undefined) {
  return word !== undefined && /^[\p{L}\p{N}._+-]/u.test(word.text)
}

const ANY_MONTHS = [
  ...MONTHS.fr,
  ...MONTHS.en,
  'Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
]

const MONTH = anyOf(ANY_MONTHS)

/** The word for 1, which ends a number after a hyphen (`twenty-one`) or `et` (`vingt et un`). */
const ONE = anyOf(['une?|one'])
const TENS = anyOf(['vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante'])

/** Words between two figures of one range. */
const JOINS = anyOf([
  ...ANY_MONTHS,
  'à|au|aux|et|ou|sur|soit|le|les|h|m|to|the|and|or|of|through|am|pm|bis|und|oder|von|al?|y|e|o|del?',
  'alinéas?|paragraphes?|paragraphs?|Abs|Absatz|Nr|comma|apartado',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
  'ans?|années?|mois|semaines?|jours?|heures?|minutes?|years?|months?|weeks?|days?|hours?',
  'Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?|Minuten?|Uhr|años?|mes|meses|semanas?|días?|horas?|anni|anno|mesi|mese|settimane?|giorni|ore',
])

/** True for a number in letters, except 1, which is mostly an article: see `ONE`. */
function isInLetters(word: string) {
  return IN_LETTERS.has(word.toLowerCase())
}

const IN_LETTERS: ReadonlySet<string> = new Set(
  [
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante',
    'cent cents mille two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig dreissig',
    'vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    'cien cientos mil',
    'due tre quattro cinque sei sette otto nove dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento',
  ].flatMap((words) => words.split(' ')),
)

function anyOf(words: readonly string[]) {
  return new RegExp(`^(?:${words.join('|')})$`, 'i')
}
