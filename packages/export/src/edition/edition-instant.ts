import type { Edition } from './edition.ts'

/**
 * Midnight UTC of the edition's day, as RFC 3339; the first day of the ZIP calendar when the
 * edition has none.
 */
export function editionInstant(edition: Edition): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(edition.date) ? edition.date : '1980-01-01'}T00:00:00Z`
}
