import {
  byId,
  type Programme,
  type Reference,
  type Term,
  type Verdict,
  wholeDigest,
} from '@cahier/core'
import { printChangelog } from '../changes/changelog.ts'
import { composeChanges } from '../changes/compose-changes.ts'
import { lapsedNotices } from '../decision/lapsed-notices.ts'
import { dissentOf, printedStances, stanceLabelOf } from '../decision/printed-stances.ts'
import {
  admits,
  type Chapter,
  type Edition,
  editionWords,
  isWhole,
  type Labelled,
  LEVEL_LABELS,
  type Measure,
  type Member,
  measuresOf,
  type Overview,
  type SelectedProposal,
  type Selection,
  STATUS_LABELS,
  type SurveyedMeasure,
  select,
  type Work,
  withFreeRequestsLabel,
} from '../edition/edition.ts'
import { composeHistory } from '../history/compose-history.ts'
import { sortKey } from '../iso690/csl-item.ts'
import { addressOf, fullReference } from '../iso690/references.ts'
import { kinds } from '../kinds/kinds.ts'
import {
  openTypesetter,
  type PrintContext,
  type ProgrammeContext,
  programmeContext,
} from '../print/context.ts'
import { printFlow } from '../print/markdown-to-edition.ts'
import { composeMeasure, namedMeasure } from './compose-measure.ts'
import { composeTransmissions } from './compose-transmissions.ts'
import { composeSubtitle, editionFileName } from './file-name-and-subtitle.ts'

/**
 * Composes the selected proposals in print order, for any exporter. Unresolved links and citations
 * become plain text.
 */
export function composeEdition(
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
): Edition {
  const { manifest } = programme
  const { publication } = manifest
  const { entries, unprinted, draft, nothingAdopted } = select(programme, verdicts, selection)
  const context = programmeContext(programme, entries)
  const isShown = (id: string) => selection.alone === undefined || id === selection.alone
  const shown = entries.filter(({ proposal }) => isShown(proposal.id))
  const cited = new Map<string, Set<number>>()
  const cite = (work: string, measure: number) => {
    const measures = cited.get(work) ?? new Set()
    cited.set(work, measures.add(measure))
  }
  const now = {
    edition: publication.edition || (selection.version ?? ''),
    date: publication.date || (selection.day ?? ''),
  }
  const { addressees = [] } = selection
  const measureOf = (entry: SelectedProposal): Measure => {
    const { id } = entry.proposal
    if (!isShown(id)) return namedMeasure(entry, context)
    const measure = composeMeasure(entry, context, (work) => cite(work, entry.number))
    return {
      ...measure,
      requests: measure.requests.filter(({ addressee }) => admits(addressees, addressee)),
      history: composeHistory(id, entry.verdict, context, now),
    }
  }
  const chapters = programme.axes.flatMap((axis, index): Chapter[] => {
    const within = entries.filter(({ proposal }) => proposal.axis === axis.id)
    if (within.length === 0) return []
    const document = within.every(({ proposal }) => isShown(proposal.id)) ? axis.document : null
    const typesetter =
      document && openTypesetter(context, document, { cite: (work) => cite(work, 0) })
    // Not `document.body`, which may parse the text again at each read.
    const introduction = typesetter && printFlow(typesetter.body?.tree.children ?? [], typesetter)
    return [
      {
        id: axis.id,
        number: index + 1,
        title: context.text(axis.title),
        question: context.text(axis.question),
        introduction: introduction ?? [],
        notes: typesetter?.notes.notes() ?? [],
        measures: within.map(measureOf),
        whole: document === null ? '' : wholeDigest(document, programme.assets),
      },
    ]
  })
  const collectives = composeMembers(shown, context)
  const overview =
    selection.kind === 'programme' && unprinted.length > 0
      ? composeOverview(
          [...entries, ...unprinted].sort((a, b) => a.number - b.number),
          context,
        )
      : null
  const words = isWhole(selection)
    ? printChangelog(selection, context, (work) => cite(work, 0))
    : []
  const measures = measuresOf({ chapters }).filter(({ id }) => isShown(id))
  const changes = composeChanges(now, measures, isWhole(selection), words, verdicts, context)
  const labelled = (terms: readonly Term[], ids: readonly string[] = []): readonly Labelled[] =>
    terms
      .filter(({ id }) => admits(ids, id))
      .map(({ id, title }) => ({ id, title: context.text(title) }))
  const whole: Edition = {
    kind: selection.kind,
    language: manifest.language,
    title: context.text(manifest.title),
    subtitle: composeSubtitle(selection, context),
    name: editionFileName(publication.identifier, now.edition, selection, context.language),
    identifier: publication.identifier,
    ...now,
    publisher: context.text(publication.publisher),
    licence: publication.licence,
    contact: publication.contact,
    draft,
    examples:
      [...collectives, ...(overview?.collectives ?? [])].some(({ example }) => example) ||
      authorsOf(shown, programme).some((id) => context.names(id).example),
    chapters,
    bibliography: composeBibliography(cited, context),
    collectives,
    addressees: labelled(manifest.addressees, addressees),
    horizons: labelled(manifest.horizons, selection.horizons),
    changes,
    fallen: lapsedNotices(shown, context),
    overview,
    transmissions:
      selection.kind === 'programme' || selection.kind === 'data'
        ? composeTransmissions(context)
        : [],
    trackedChanges: selection.trackedChanges === true,
    words: withFreeRequestsLabel(
      editionWords(context.language, nothingAdopted),
      manifest.sections.map(({ title }) => title),
      context.language,
    ),
  }
  return kinds[selection.kind].shape(whole, selection)
}

function authorsOf(entries: readonly SelectedProposal[], { amendments }: Programme) {
  return entries.flatMap(({ proposal: { id, authors } }) => [
    ...authors,
    ...amendments.filter(({ amends }) => amends === id).map(({ by }) => by),
  ])
}

/** `cited` maps a work to the numbers of the measures (printed proposals) that cite the work. */
function composeBibliography(
  cited: ReadonlyMap<string, ReadonlySet<number>>,
  context: PrintContext,
): readonly Work[] {
  return [...cited.keys()]
    .flatMap((id) => context.sources.get(id) ?? [])
    .map((source) => ({ source, key: sortKey(source) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ source }) => composeWork(source, [...(cited.get(source.id) ?? [])], context))
}

function composeWork(source: Reference, measures: readonly number[], context: PrintContext): Work {
  return {
    id: source.id,
    nodes: context.typeset(fullReference(source, context.language)),
    url: addressOf(source.csl),
    level: source.level,
    levelLabel: LEVEL_LABELS[context.language][source.level],
    reservations: context.text(source.reservations),
    citedIn: measures.filter((measure) => measure > 0).sort((a, b) => a - b),
  }
}

function composeOverview(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): Overview {
  const surveyed = (entry: SelectedProposal): SurveyedMeasure => ({
    id: entry.proposal.id,
    number: entry.number,
    title: context.text(entry.proposal.title),
    status: entry.status,
    statusLabel: STATUS_LABELS[context.language][entry.status],
    dissent: dissentOf(entry, context),
  })
  const chapters = context.programme.axes.flatMap(({ id, title }, index) => {
    const measures = entries.filter(({ proposal }) => proposal.axis === id).map(surveyed)
    return measures.length === 0
      ? []
      : [{ id, number: index + 1, title: context.text(title), measures }]
  })
  return {
    chapters,
    collectives: composeMembers(entries, context),
    fallen: lapsedNotices(entries, context),
  }
}

/** The members who have a stance on one of the measures, or may give one. */
function composeMembers(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): readonly Member[] {
  const spoken = entries.map((entry) => [entry.proposal.id, printedStances(entry)] as const)
  const speakers = new Set([
    ...entries.flatMap(({ verdict }) => verdict?.electorate ?? []),
    ...spoken.flatMap(([, stances]) => [...stances.keys()]),
  ])
  const asked = entries.map(({ proposal, round, verdict }) => ({
    id: proposal.id,
    members: round === null ? (verdict?.electorate ?? []) : Object.keys(round.electorate),
  }))
  const known = context.programme.collectives.map(({ id }) => id).filter((id) => speakers.has(id))
  const others = [...speakers].filter((id) => !known.includes(id)).sort()
  return [...known, ...others].map((id) => ({
    id,
    ...context.names(id),
    stances: byId(
      spoken.flatMap(([measure, stances]) => {
        const printed = stances.get(id)
        if (printed === undefined) return []
        const { stance, stale, date } = printed
        const label = stanceLabelOf(printed, context)
        return [[measure, { stance, label, stale, date }] as const]
      }),
    ),
    unasked: asked.flatMap(({ id: measure, members }) => (members.includes(id) ? [] : [measure])),
  }))
}
