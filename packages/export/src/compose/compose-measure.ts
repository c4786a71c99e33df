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
import { dayInWords } from '../day-in-words.ts'
import { decisionSentence } from '../decision/decision-sentence.ts'
import { dissentOf } from '../decision/printed-stances.ts'
import { roundTally } from '../decision/round-tally.ts'
import { rulingSentence } from '../decision/ruling-sentence.ts'
import { FACT_LABELS, type FactId, MARK_LABELS, STATUS_LABELS } from '../edition/labels.ts'
import type {
  DecisionRecord,
  Fact,
  Measure,
  PrintedRequest,
  PrintedSection,
} from '../edition/measure.ts'
import { markedName } from '../edition/member.ts'
import type { InlineNode, NumberedText } from '../edition/nodes.ts'
import { editionWords } from '../edition/words.ts'
import { sectionIds } from '../print/addresses.ts'
import { openNoteBook } from '../print/notes.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { type House, openPress, type Press } from '../print/press.ts'
import { printFlow } from '../print/print.ts'
import type { Entry } from './selection.ts'

/** A proposal ready to print. `cite` is told of each work it cites. */
export function composeMeasure(
  entry: Entry,
  house: ProgrammeHouse,
  cite: (work: string) => void,
): Measure {
  const { proposal, number, status } = entry
  let blocks = 0
  const nextNumber = () => `${number}.${++blocks}`
  const notes = openNoteBook()
  const press = openPress(house, proposal.document, { notes, nextNumber, cite })
  const summary = numberedText(proposal.summary, nextNumber, house)
  const { sections, requests } = composeBody(entry, house.programme.manifest, press)
  return {
    id: proposal.id,
    number,
    title: house.text(proposal.title),
    summary,
    status,
    statusLabel: STATUS_LABELS[house.language][status],
    facts: composeFacts(proposal, house),
    horizon: proposal.horizon,
    mark: markOf(entry, house),
    answer: false,
    requests,
    sections,
    notes: notes.notes(),
    dissent: dissentOf(entry, house),
    decision: composeDecision(entry, house),
    amendments: composeAmendments(proposal, { summary, sections, notes }, house),
    life: [],
    normative: proposal.normative,
    whole: proposal.whole,
  }
}

/** What leads to a proposal whose text is not made ready to print. */
export function namedMeasure(
  { proposal: { id, title }, number, status }: Entry,
  house: ProgrammeHouse,
): Measure {
  return { ...NOTHING, id, number, title: house.text(title), status }
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
  life: [],
  normative: '',
  whole: '',
}

interface Body {
  readonly sections: readonly PrintedSection[]
  readonly requests: readonly PrintedRequest[]
}

// Numbers follow the page: requests are counted after the last normative section, or at the end
// when there is none.
function composeBody({ proposal }: Entry, manifest: Manifest, press: Press): Body {
  const { house, nextNumber } = press
  const parts = partsOf(press, manifest)
  const last = parts.findLastIndex(({ normative }) => normative)
  const sections: PrintedSection[] = []
  const requests: PrintedRequest[] = []
  const printRequests = () => {
    for (const { addressee, text } of proposal.requests) {
      const label = titleOf(manifest.addressees, addressee)
      requests.push({
        ...numberedText(text, nextNumber, house),
        addressee,
        addresseeLabel: house.text(label),
      })
    }
  }
  for (const [index, { source, ...part }] of parts.entries()) {
    const nodes = printFlow(source, press)
    if (nodes.length > 0) sections.push({ ...part, nodes })
    if (index === last) printRequests()
  }
  if (last < 0) printRequests()
  return { sections, requests }
}

type Part = Omit<PrintedSection, 'nodes'> & { readonly source: Section['nodes'] }

// The manifest's sections in its order, then those it does not know as they come; what stands
// before any heading is an introduction.
function partsOf({ body, house }: Press, manifest: Manifest): Part[] {
  const { opening = [], sections = [] } = body ?? {}
  const ids = sectionIds(sections, manifest)
  const rank = (section: Section) => {
    const at = manifest.sections.findIndex(({ id }) => id === sectionTermOf(section, manifest)?.id)
    return at < 0 ? manifest.sections.length : at
  }
  const named = [...sections]
    .sort((a, b) => rank(a) - rank(b))
    .map((section): Part => {
      const title = house.text(section.title)
      return {
        id: ids.get(section) ?? 'section',
        title,
        normative: sectionTermOf(section, manifest)?.normative ?? false,
        source: section.nodes,
      }
    })
  return [
    {
      id: 'opening',
      title: editionWords(house.language, false).introduction,
      normative: false,
      source: opening,
    },
    ...named,
  ]
}

function numberedText(text: string, nextNumber: () => string, house: House): NumberedText {
  const nodes: InlineNode[] = text === '' ? [] : [{ type: 'text', value: house.text(text) }]
  return { number: nextNumber(), nodes }
}

function markOf({ status, adopted }: Entry, { language }: House): string {
  return adopted || status === 'adopted' || status === 'adopted-with-reservations'
    ? ''
    : MARK_LABELS[language][status]
}

/** The round printed under a proposal, in words; `null` when it has none. */
function composeDecision(
  { round, verdict, status }: Entry,
  house: ProgrammeHouse,
): DecisionRecord | null {
  if (round === null || verdict === null) return null
  return {
    opened: round.opened,
    closes: round.closes,
    closed: round.outcome?.closed ?? '',
    sentence: decisionSentence(round, roundTally(round, verdict), status, house.language),
    rulings: round.rulings.map((ruling) =>
      rulingSentence(ruling, hasFallen(ruling, round, verdict), house),
    ),
  }
}

function hasFallen(ruling: Ruling, { outcome }: Round, verdict: Verdict): boolean {
  const stance = (outcome?.stances ?? verdict.stances)[ruling.on]
  return ruling.objection !== null && (stance === undefined || !isOnStance(ruling, stance))
}

/** What a proposal says of itself besides its text, in words; what it does not say is left out. */
function composeFacts(proposal: Proposal, house: ProgrammeHouse): readonly Fact[] {
  const { programme, names, language } = house
  const { manifest } = programme
  const titles = (ids: readonly string[]) =>
    ids.map((id) => titleOf(programme.proposals, id)).join(' ; ')
  const values: Readonly<Record<FactId, string>> = {
    horizon: titleOf(manifest.horizons, proposal.horizon),
    scale: titleOf(manifest.scales, proposal.scale),
    action: titleOf(manifest.actions, proposal.action),
    impacts: proposal.impacts.map((id) => titleOf(manifest.impacts, id)).join(', '),
    authors: proposal.authors.map((id) => markedName(names(id), language)).join(', '),
    requires: titles(proposal.requires),
    merges: titles(proposal.merges),
    review: dayInWords(proposal.review, language),
    asOf: proposal.asOf
      .map(({ date, what }) => (date === '' ? what : `${what} (${dayInWords(date, language)})`))
      .join(' ; '),
  }
  return ORDER.filter((id) => values[id] !== '').map((id) => ({
    id,
    label: FACT_LABELS[language][id],
    value: house.text(values[id]),
  }))
}

const ORDER = [
  'horizon',
  'scale',
  'action',
  'impacts',
  'authors',
  'requires',
  'merges',
  'review',
  'asOf',
] as const
