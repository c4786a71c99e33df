import type { StanceKind, Status } from '@cahier/core'
import { dayInWords, type FactId, type Wording, type Words } from './labels.ts'
import { nameAlone } from './member.ts'
import type { FlowNode, InlineNode, Note, NumberedText } from './nodes.ts'

/** A proposal as printed. Its blocks are numbered `<number>.<n>` in every format. */
export interface Measure {
  readonly id: string
  /** Rank in the whole programme, the same whatever the selection. */
  readonly number: number
  readonly title: string
  readonly summary: NumberedText
  readonly status: Status
  readonly statusLabel: string
  readonly facts: readonly Fact[]
  readonly horizon: string
  /** The status beside block numbers (« projet »); `''` for an adopted measure. */
  readonly mark: string
  /** True to print a form below the measure: boxes to tick, lines to write on. */
  readonly answer: boolean
  /** Printed after the last normative section (one that members consent to), else at the end. */
  readonly requests: readonly PrintedRequest[]
  readonly sections: readonly PrintedSection[]
  readonly notes: readonly Note[]
  readonly dissent: readonly Statement[]
  readonly decision: DecisionRecord | null
  /** Pending amendments to the printed text, by date. */
  readonly amendments: readonly PrintedAmendment[]
  readonly history: readonly HistoryEvent[]
  /** Digest of the parts that members consent to. */
  readonly normative: string
  /** Digest of the whole text. */
  readonly whole: string
}

export interface Fact {
  readonly id: FactId
  readonly label: string
  readonly value: string
}

/** A request to one addressee. `nodes` is one plain text, or empty. */
export interface PrintedRequest extends NumberedText {
  readonly addressee: string
  readonly addresseeLabel: string
}

export interface PrintedSection {
  /** Id of the section in the manifest, else a slug of its title. */
  readonly id: string
  readonly title: string
  /** True for a section that members consent to, according to the manifest. */
  readonly normative: boolean
  readonly nodes: readonly FlowNode[]
}

/** A reservation or an objection of a member. */
export interface Statement {
  readonly collective: string
  readonly collectiveName: string
  readonly example: boolean
  readonly stance: StanceKind
  readonly stanceLabel: string
  readonly date: string
  /** Plain text; a blank line separates paragraphs. */
  readonly argument: string
  readonly liftsIf: string
  /** True for a stance that still counts, although it is on an earlier text. */
  readonly stale: boolean
}

/** The last round (a consultation of the members), printed under the measure. */
export interface DecisionRecord {
  readonly opened: string
  readonly closes: string
  /** `''` while there is no outcome. */
  readonly closed: string
  readonly sentence: string
  /** One sentence per ruling of a facilitator, oldest first. */
  readonly rulings: readonly string[]
}

/** The kinds of events, in their order within a day. */
export const EVENT_KINDS = [
  'amendment',
  'amended',
  'opened',
  'stance',
  'final-period',
  'ruling',
  'closed',
  'adopted',
  'edition',
  'handed-over',
  'answered',
  'withdrawn',
] as const

export interface HistoryEvent {
  readonly date: string
  readonly kind: (typeof EVENT_KINDS)[number]
  readonly label: string
}

/** Splits the sections after the last normative one. If none is normative, all are `before`. */
export function splitSections<Section extends Pick<PrintedSection, 'normative'>>(
  sections: readonly Section[],
): readonly [before: Section[], after: Section[]] {
  const end = sections.findLastIndex(({ normative }) => normative) + 1 || sections.length
  return [sections.slice(0, end), sections.slice(end)]
}

/** « 7. Title ». */
export function measureTitle({ number, title }: Pick<Measure, 'number' | 'title'>): string {
  return `${number}. ${title}`
}

/** « objection, 2 avril 2026, sur un texte antérieur ». */
export function statementDetails(
  { stanceLabel, date, stale }: Statement,
  { words, language }: Wording,
): string {
  return [stanceLabel, dayInWords(date, language), stale ? words.stale : '']
    .filter(Boolean)
    .join(', ')
}

/** A pending amendment to a proposal, as tracked changes. */
export interface PrintedAmendment {
  readonly id: string
  /** Id of the author collective. */
  readonly by: string
  readonly byName: string
  /** True for a fictional collective. */
  readonly example: boolean
  readonly date: string
  /** The reasons, with citations and notes in brackets. */
  readonly reasons: readonly FlowNode[]
  readonly blocks: readonly AmendedBlock[]
  readonly fields: readonly AmendedField[]
}

export interface AmendedBlock {
  /**
   * `''` for a block of a note. An added block has the number of the block before it. A heading
   * has the number of the next block.
   */
  readonly number: string
  /** The note that contains the block: « Note 2 ». */
  readonly place?: string
  /** Rank in the source file, among blocks without inner blocks. */
  readonly ordinal: number
  readonly added: boolean
  /** The current text, with `insertion` and `deletion` nodes. */
  readonly nodes: readonly InlineNode[]
}

export interface AmendedField {
  readonly label: string
  readonly nodes: readonly InlineNode[]
}

/** The title of a changed block: « §3.4 », « Note 2 » or « Ajout après §3.4 ». */
export function amendedPlace({ number, place, added }: AmendedBlock, words: Words): string {
  const where = place ?? `§${number}`
  return added ? `${words.addedAfter} ${where}` : where
}

export function amendmentTitle(
  { byName, example, date }: PrintedAmendment,
  { words, language }: Wording,
): string {
  return [nameAlone(byName, example, words), dayInWords(date, language)].filter(Boolean).join(', ')
}
