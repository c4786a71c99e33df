import type { Edition } from './edition.ts'

/**
 * Whether there is anything to say of who made an edition, and when: of a folder of texts nothing
 * may be known, and a colophon without a word is none.
 */
export function hasColophon({
  publisher,
  edition,
  date,
  licence,
  contact,
  collectives,
}: Edition): boolean {
  return (
    collectives.length > 0 ||
    [publisher, edition, date, licence, contact].some((said) => said !== '')
  )
}
