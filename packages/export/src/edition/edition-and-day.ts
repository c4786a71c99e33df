import { dayInWords } from '../day-in-words.ts'
import type { Edition } from './edition.ts'

/** « Édition 2026-2, 24 novembre 2026 »: what is known of the two; `''` when nothing is. */
export function editionAndDay(edition: Edition): string {
  const name = edition.edition === '' ? '' : `${edition.words.edition} ${edition.edition}`
  return [name, dayInWords(edition.date, edition.language)].filter(Boolean).join(', ')
}
