import type { Programme, Term, Verdict } from '@cahier/core'
import { composeChanges } from '../changes/compose-changes.ts'
import { CHANGELOG, type PeoplesWords, wordsOfPeople } from '../changes/words-of-people.ts'
import { composeFallen } from '../decision/compose-fallen.ts'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition, Labelled } from '../edition/edition.ts'
import { editionWords, wordsBeside } from '../edition/words.ts'
import { kinds } from '../kinds/kinds.ts'
import { withMeasures } from '../kinds/with-measures.ts'
import { composeLife } from '../life/compose-life.ts'
import { openHouse } from '../print/open-house.ts'
import { composeBibliography } from './compose-bibliography.ts'
import { composeChapter } from './compose-chapter.ts'
import { composeMembers } from './compose-members.ts'
import { composeName } from './compose-name.ts'
import { composeOverview } from './compose-overview.ts'
import { composeSubtitle } from './compose-subtitle.ts'
import { composeTransmissions } from './compose-transmissions.ts'
import { type Entry, isWhole, type Selection, select } from './selection.ts'

/**
 * The programme in print order, ready for any exporter. Never fails: what cannot be resolved is
 * printed as words.
 */
export function composeEdition(
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
): Edition {
  const { manifest } = programme
  const { publication } = manifest
  const { entries, unprinted, draft, nothingAdopted } = select(programme, verdicts, selection)
  const house = openHouse(programme, entries)
  const isShown = (id: string) => selection.alone === undefined || id === selection.alone
  const shown = entries.filter(({ proposal }) => isShown(proposal.id))
  const cited = new Map<string, Set<number>>()
  const cite = (work: string, measure: number) => {
    const measures = cited.get(work) ?? new Set()
    cited.set(work, measures.add(measure))
  }
  const chapters = programme.axes.flatMap((axis, index) => {
    const within = entries.filter(({ proposal }) => proposal.axis === axis.id)
    return within.length === 0
      ? []
      : [composeChapter(axis, index + 1, within, new Set(shown), house, cite)]
  })
  const collectives = composeMembers(shown, house)
  const overview =
    selection.kind === 'programme' && unprinted.length > 0
      ? composeOverview(byNumber([...entries, ...unprinted]), house)
      : null
  const edition = publication.edition || (selection.version ?? '')
  const date = publication.date || (selection.day ?? '')
  const words = isWhole(selection)
    ? wordsOfPeople(peoplesWords(programme, selection), house, (work) => cite(work, 0))
    : []
  const measures = measuresOf({ chapters }).filter(({ id }) => isShown(id))
  const changes = composeChanges(
    verdicts,
    { edition, date, measures, whole: isWhole(selection), words },
    house,
  )
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.proposal, verdict]))
  const labelled = (terms: readonly Term[]): readonly Labelled[] =>
    terms.map(({ id, title }) => ({ id, title: house.text(title) }))
  const whole: Edition = {
    kind: selection.kind,
    language: manifest.language,
    title: house.text(manifest.title),
    subtitle: composeSubtitle(selection, house),
    name: composeName(publication.identifier, edition, selection, house.language),
    identifier: publication.identifier,
    edition,
    date,
    publisher: house.text(publication.publisher),
    licence: publication.licence,
    contact: publication.contact,
    draft,
    examples:
      [...collectives, ...(overview?.collectives ?? [])].some(({ example }) => example) ||
      shown.some(({ proposal }) =>
        proposal.authors.some((author) => house.names(author).example),
      ) ||
      programme.amendments.some(
        ({ amends, by }) =>
          house.names(by).example && shown.some(({ proposal }) => proposal.id === amends),
      ),
    chapters,
    bibliography: composeBibliography(cited, house),
    collectives,
    addressees: labelled(among(manifest.addressees, selection.addressees)),
    horizons: labelled(among(manifest.horizons, selection.horizons)),
    changes,
    fallen: composeFallen(shown, house),
    overview,
    transmissions:
      selection.kind === 'programme' || selection.kind === 'data'
        ? composeTransmissions(house)
        : [],
    trackedChanges: selection.trackedChanges === true,
    words: wordsBeside(
      editionWords(house.language, nothingAdopted),
      manifest.sections.map(({ title }) => title),
      house.language,
    ),
  }
  const lifeOf = (id: string) =>
    isShown(id) ? composeLife(id, verdictOf.get(id) ?? null, house, { edition, date }) : []
  const lived = withMeasures(whole, (measure) => ({ ...measure, life: lifeOf(measure.id) }))
  return kinds[selection.kind].shape(withRequestsTo(lived, selection.addressees), selection)
}

function byNumber(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => a.number - b.number)
}

function peoplesWords(
  { documents, manifest }: Programme,
  { version = '', changesets = [] }: Selection,
): PeoplesWords {
  const changelog = documents.find(({ path }) => path === CHANGELOG)?.text ?? ''
  return { changelog, titles: [manifest.publication.edition, version], pending: changesets }
}

function withRequestsTo(edition: Edition, addressees: readonly string[] = []): Edition {
  if (addressees.length === 0) return edition
  return withMeasures(edition, (measure) => ({
    ...measure,
    requests: measure.requests.filter(({ addressee }) => addressees.includes(addressee)),
  }))
}

function among(terms: readonly Term[], ids: readonly string[] = []): readonly Term[] {
  return ids.length === 0 ? terms : terms.filter(({ id }) => ids.includes(id))
}
