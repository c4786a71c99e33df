import { dayInWords } from '../day-in-words.ts'
import type { Edition } from './edition.ts'
import type { EditionChanges } from './edition-changes.ts'

/** « Depuis l’édition 2026-1, 24 novembre 2026 »: since when things changed. */
export function sinceEdition(
  { edition, date }: EditionChanges,
  { words, language }: Edition,
): string {
  return [`${words.sinceEdition} ${edition}`, dayInWords(date, language)].filter(Boolean).join(', ')
}
