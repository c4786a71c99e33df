import type { Json } from '@cahier/core'
import type { Edition } from '../edition/edition.ts'

/**
 * What `editions/<edition>.json` keeps of an edition (schemas/edition.schema.json): each measure
 * printed, and the digests of its text.
 */
export function editionRecord(edition: Edition) {
  return {
    edition: edition.edition,
    date: edition.date,
    identifier: edition.identifier,
    measures: edition.chapters.flatMap(({ measures }) =>
      measures.map(({ id, number, title, status, normative, whole, decision }) => ({
        id,
        number,
        title,
        status,
        digest: normative,
        whole,
        round: decision?.opened ?? null,
      })),
    ),
  } satisfies Json
}
