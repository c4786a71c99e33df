import { type Language, languageOfTag, MONTHS } from '@cahier/core'

/** « 1er mars 2025 », « mai 2022 », `1 March 2025`. A month or day of 0 is left out. */
export function dateInWords(year: number, month: number, day: number, language: Language): string {
  const name = MONTHS[language][month - 1]
  if (name === undefined) return String(year)
  if (day === 0) return `${name} ${year}`
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`
}

/** A day written `YYYY-MM-DD`, in words. Other text is returned unchanged. */
export function dayInWords(day: string, tag: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match === null
    ? day
    : dateInWords(Number(match[1]), Number(match[2]), Number(match[3]), languageOfTag(tag))
}
