import type { Language } from '@cahier/core'

/** A day in words: « 1er mars 2025 », “1 March 2025”; as it is written when it is no day. */
export function dayIn(language: Language, day = ''): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}
