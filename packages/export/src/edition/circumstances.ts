import { dayInWords } from '../day-in-words.ts'
import type { Edition, Statement } from './edition.ts'

/**
 * As what a statement was given and when, behind the name of who gave it: « objection, 2 avril
 * 2026, sur un texte antérieur ».
 */
export function circumstances(
  { stanceLabel, date, stale }: Statement,
  { words, language }: Edition,
): string {
  return [stanceLabel, dayInWords(date, language), stale ? words.stale : '']
    .filter(Boolean)
    .join(', ')
}
