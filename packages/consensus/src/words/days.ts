import type { Language } from '@cahier/core'

const DAY = 24 * 60 * 60 * 1000

/** The day (`YYYY-MM-DD`) that comes so many days after another, or before it when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The number of days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** A day in words: « 1er mars 2025 », “1 March 2025”. Anything else stays as written. */
export function dayIn(language: Language, day = ''): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const number = date.getUTCDate()
  const month = MONTHS[language][date.getUTCMonth()]
  return `${language === 'fr' && number === 1 ? '1er' : number} ${month} ${date.getUTCFullYear()}`
}

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}
