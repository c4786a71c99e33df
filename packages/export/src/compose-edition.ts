import type { Programme, Term, Verdict } from '@cahier/core'
import { composeBibliography } from './compose-bibliography.ts'
import { composeChapter } from './compose-chapter.ts'
import { composeMembers } from './compose-members.ts'
import type { Edition, Labelled } from './edition.ts'
import { memberNames } from './member-names.ts'
import { openHouse } from './print/open-house.ts'
import { type Selection, select } from './selection.ts'
import { wordsIn } from './words.ts'

/** The programme in print order, ready for any exporter. Never fails: what cannot be resolved is printed as words. */
export function composeEdition(programme: Programme, verdicts: readonly Verdict[], selection: Selection): Edition {
  const { manifest } = programme
  const { publication } = manifest
  const { entries, draft, nothingAdopted } = select(programme, verdicts, selection)
  const house = openHouse(programme, entries)
  const names = memberNames(programme, house.text)
  const cited = new Map<string, Set<number>>()
  const cite = (work: string, measure: number) => {
    const measures = cited.get(work) ?? new Set()
    cited.set(work, measures.add(measure))
  }
  const chapters = programme.axes.flatMap((axis, index) => {
    const within = entries.filter(({ proposal }) => proposal.axis === axis.id)
    return within.length === 0 ? [] : [composeChapter(axis, index + 1, within, programme, names, house, cite)]
  })
  const collectives = composeMembers(programme, entries, names, house)
  const edition = publication.edition || (selection.version ?? '')
  const labelled = (terms: readonly Term[]): readonly Labelled[] => terms.map(({ id, title }) => ({ id, title: house.text(title) }))
  return {
    kind: selection.kind,
    language: manifest.language,
    title: house.text(manifest.title),
    subtitle: '',
    name: fileName([publication.identifier, edition]),
    identifier: publication.identifier,
    edition,
    date: publication.date || (selection.day ?? ''),
    publisher: house.text(publication.publisher),
    licence: publication.licence,
    contact: publication.contact,
    draft,
    examples:
      collectives.some(({ example }) => example) ||
      entries.some(({ proposal }) => proposal.authors.some((author) => names(author).example)),
    chapters,
    bibliography: composeBibliography(cited, house),
    collectives,
    addressees: labelled(manifest.addressees),
    horizons: labelled(manifest.horizons),
    changes: null,
    words: wordsIn(house.language, nothingAdopted),
  }
}

// The name of files on any system: an edition may be called `2026/2`.
function fileName(parts: readonly string[]): string {
  return (
    parts
      .filter((part) => part !== '')
      .join('-')
      .replace(/[^\p{L}\d._-]+/gu, '-')
      .replace(/^[.-]+/, '') || 'programme'
  )
}
