import type { Json, PublishedEdition } from '@cahier/core'
import type { Edition } from '../edition/edition.ts'

/** The content of `editions/<edition>.json` (schemas/edition.schema.json). */
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

/** The valid records of the editions before `now`, oldest first (by name within a day). */
export function previousEditions(
  editions: readonly PublishedEdition[],
  now: Dated,
): readonly PublishedEdition[] {
  return editions
    .filter(
      (one) =>
        one.document.sound &&
        one.edition !== now.edition &&
        (now.date === '' || compareByDay(one, now) < 0),
    )
    .sort(compareByDay)
}

type Dated = Pick<PublishedEdition, 'edition' | 'date'>

function compareByDay(a: Dated, b: Dated) {
  return a.date === b.date ? byName.compare(a.edition, b.edition) : a.date < b.date ? -1 : 1
}

// Sorts 2026-9 before 2026-10.
const byName = new Intl.Collator('en', { numeric: true })
