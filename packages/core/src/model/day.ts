import { MONTHS } from '@cahier/prose/months'
import type { Language } from './finding.ts'

/** A day in words: « 1er mars 2025 », “1 March 2025”. A text that is no day is unchanged. */
export function dayIn(language: Language, day = ''): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const number = date.getUTCDate()
  const month = MONTHS[language][date.getUTCMonth()]
  return `${language === 'fr' && number === 1 ? '1er' : number} ${month} ${date.getUTCFullYear()}`
}

const BEFORE_DAY =
  /^(?:le |the )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?(?:the )?/

/**
 * The `YYYY-MM-DD` form of a day as people write it (`12/03/2025`, `12 mars 2025`, `2025-3-1`).
 * Empty for other texts.
 */
export function dayFrom(written: string): string {
  return dateIn(plainOf(written).replace(BEFORE_DAY, ''), DAY_FORMS)
}

const DAY_FORMS = [
  /^(?<day>\d{1,2})(?:er)?[/. -](?<month>\d{1,2})[/. -](?<year>\d{4})$/,
  /^(?<year>\d{4})[/. -](?<month>\d{1,2})[/. -](?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?<month>[a-z]+)[.,]?\s+(?<year>\d{4})$/,
  /^(?<month>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/,
]

/**
 * A day such as `03/04/2025` read with the month first. Empty when the text is no such day, or when
 * day and month are the same number.
 */
export function dayMonthFirst(written: string): string {
  const [, month = '', day = '', year = ''] =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plainOf(written)) ?? []
  return Number(month) === Number(day) ? '' : dayOf(year, month, day)
}

/**
 * The `YYYY-MM` form of a month as people write it (`mars 2025`, `3/2025`); empty for other texts.
 */
export function monthFrom(written: string): string {
  return dateIn(plainOf(written), MONTH_FORMS).slice(0, 7)
}

const MONTH_FORMS = [
  /^(?<month>\d{1,2})[/. -](?<year>\d{4})$/,
  /^(?<month>[a-z]+)\.?\s+(?<year>\d{4})$/,
]

function dateIn(plain: string, forms: readonly RegExp[]) {
  for (const form of forms) {
    const { year, month = '', day = '1' } = form.exec(plain)?.groups ?? {}
    if (year !== undefined) return dayOf(year, /\d/.test(month) ? month : monthNamed(month), day)
  }
  return ''
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    dayOf(...(text.split('-') as [string, string, string])) === text
  )
}

function plainOf(written: string) {
  return written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
    .trim()
}

function monthNamed(name = '') {
  const months = MONTHS.fr.map((french, at) => [french, MONTHS.en[at] ?? ''].map(plainOf))
  const [month, other] =
    name.length < 3 ? [] : months.filter((names) => names.some((one) => one.startsWith(name)))
  // Empty when several months fit: « jui » may be « juin » or « juillet ».
  return month === undefined || other !== undefined ? '' : String(months.indexOf(month) + 1)
}

function dayOf(year = '', month = '', day = '') {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? '' : written
}

/** The date (`YYYY-MM-DD`) `days` days after `day`; `days` may be negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The number of days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

const DAY = 24 * 60 * 60 * 1000
