import {
  isOnStance,
  type Manifest,
  type Proposal,
  type Round,
  type Ruling,
  sectionTermOf,
  titleOf,
  type Verdict,
} from '@cahier/core'
import type { Section } from '@cahier/prose'
import { composeAmendments } from '../amendments/compose-amendments.ts'
import { decisionSentence, rulingSentence } from '../decision/decision-sentence.ts'
import { dissentOf, roundTally } from '../decision/printed-stances.ts'
import {
  type DecisionRecord,
  dayInWords,
  editionWords,
  FACT_LABELS,
  type Fact,
  type FactId,
  joinWithSemicolons,
  MARK_LABELS,
  type Measure,
  markedName,
  type NumberedText,
  type PrintedSection,
  type SelectedProposal,
  STATUS_LABELS,
  splitSections,
  textNode,
} from '../edition/edition.ts'
import {
  openTypesetter,
  type PrintContext,
  type ProgrammeContext,
  sectionIds,
  type Typesetter,
} from '../print/context.ts'
import { printFlow } from '../print/markdown-to-edition.ts'

/** A proposal ready to print. `cite` receives the id of each cited work. */
export function composeMeasure(
  entry: SelectedProposal,
  context: ProgrammeContext,
  cite: (work: string) => void,
): Measure {
  const { proposal, number, status } = entry
  let blocks = 0
  const nextNumber = () => `${number}.${++blocks}`
  const typesetter = openTypesetter(context, proposal.document, { nextNumber, cite })
  const { notes } = typesetter
  const summary = numberedText(proposal.summary, nextNumber, context)
  const { sections, requests } = composeBody(entry, context.programme.manifest, typesetter)
  return {
    id: proposal.id,
    number,
    title: context.text(proposal.title),
    summary,
    status,
    statusLabel: STATUS_LABELS[context.language][status],
    facts: composeFacts(proposal, context),
    horizon: proposal.horizon,
    mark: markOf(entry, context),
    answer: false,
    requests,
    sections,
    notes: notes.notes(),
    dissent: dissentOf(entry, context),
    decision: composeDecision(entry, context),
    amendments: composeAmendments(proposal, { summary, sections, notes }, context),
    history: [],
    normative: proposal.normative,
    whole: proposal.whole,
  }
}

/** A measure with only a title, for a proposal whose text is not printed. */
export function namedMeasure(
  { proposal: { id, title }, number, status }: SelectedProposal,
  context: ProgrammeContext,
): Measure {
  return { ...NOTHING, id, number, title: context.text(title), status }
}

const NOTHING: Omit<Measure, 'id' | 'number' | 'title' | 'status'> = {
  summary: { number: '', nodes: [] },
  statusLabel: '',
  facts: [],
  horizon: '',
  mark: '',
  answer: false,
  requests: [],
  sections: [],
  notes: [],
  dissent: [],
  decision: null,
  amendments: [],
  history: [],
  normative: '',
  whole: '',
}

// Requests are printed after the last normative section (one that members consent to).
function composeBody(
  { proposal }: SelectedProposal,
  manifest: Manifest,
  typesetter: Typesetter,
): Pick<Measure, 'sections' | 'requests'> {
  const { context, nextNumber } = typesetter
  const [before, after] = splitSections(partsOf(typesetter, manifest))
  const printParts = (some: readonly Part[]) =>
    some.flatMap(({ source, ...part }): PrintedSection[] => {
      const nodes = printFlow(source, typesetter)
      return nodes.length === 0 ? [] : [{ ...part, nodes }]
    })
  const first = printParts(before)
  const requests = proposal.requests.map(({ addressee, text }) => ({
    ...numberedText(text, nextNumber, context),
    addressee,
    addresseeLabel: context.text(titleOf(manifest.addressees, addressee)),
  }))
  return { sections: [...first, ...printParts(after)], requests }
}

type Part = Omit<PrintedSection, 'nodes'> & { readonly source: Section['nodes'] }

// Text before any heading, then sections in the order of the manifest, then other sections.
function partsOf({ body, context }: Typesetter, manifest: Manifest): Part[] {
  const { opening = [], sections = [] } = body ?? {}
  const ids = sectionIds(sections, manifest)
  const rank = (section: Section) => {
    const at = manifest.sections.findIndex(({ id }) => id === sectionTermOf(section, manifest)?.id)
    return at < 0 ? manifest.sections.length : at
  }
  const { introduction: title } = editionWords(context.language, false)
  return [
    { id: 'opening', title, normative: false, source: opening },
    ...sections
      .toSorted((a, b) => rank(a) - rank(b))
      .map((section) => ({
        id: ids.get(section) ?? 'section',
        title: context.text(section.title),
        normative: sectionTermOf(section, manifest)?.normative ?? false,
        source: section.nodes,
      })),
  ]
}

function numberedText(text: string, nextNumber: () => string, context: PrintContext): NumberedText {
  return { number: nextNumber(), nodes: text === '' ? [] : [textNode(context.text(text))] }
}

function markOf({ status, adopted }: SelectedProposal, { language }: PrintContext) {
  return adopted || status === 'adopted' || status === 'adopted-with-reservations'
    ? ''
    : MARK_LABELS[language][status]
}

function composeDecision(
  { round, verdict, status }: SelectedProposal,
  context: ProgrammeContext,
): DecisionRecord | null {
  if (round === null || verdict === null) return null
  return {
    opened: round.opened,
    closes: round.closes,
    closed: round.outcome?.closed ?? '',
    sentence: decisionSentence(round, roundTally(round, verdict), status, context.language),
    rulings: round.rulings.map((ruling) =>
      rulingSentence(ruling, hasFallen(ruling, round, verdict), context),
    ),
  }
}

// True when the stance that the ruling is about was replaced.
function hasFallen(ruling: Ruling, { outcome }: Round, verdict: Verdict) {
  const stance = (outcome?.stances ?? verdict.stances)[ruling.on]
  return ruling.objection !== null && (stance === undefined || !isOnStance(ruling, stance))
}

function composeFacts(proposal: Proposal, context: ProgrammeContext): readonly Fact[] {
  const { programme, names, language } = context
  const { manifest } = programme
  const titles = (ids: readonly string[]) =>
    joinWithSemicolons(
      ids.map((id) => titleOf(programme.proposals, id)),
      language,
    )
  const values: Readonly<Record<FactId, string>> = {
    horizon: titleOf(manifest.horizons, proposal.horizon),
    scale: titleOf(manifest.scales, proposal.scale),
    action: titleOf(manifest.actions, proposal.action),
    impacts: proposal.impacts.map((id) => titleOf(manifest.impacts, id)).join(', '),
    authors: proposal.authors.map((id) => markedName(names(id), language)).join(', '),
    requires: titles(proposal.requires),
    merges: titles(proposal.merges),
    review: dayInWords(proposal.review, language),
    asOf: joinWithSemicolons(
      proposal.asOf.map(({ date, what }) =>
        date === '' ? what : `${what} (${dayInWords(date, language)})`,
      ),
      language,
    ),
  }
  return (Object.entries(FACT_LABELS[language]) as [FactId, string][])
    .filter(([id]) => values[id] !== '')
    .map(([id, label]) => ({ id, label, value: context.text(values[id]) }))
}
