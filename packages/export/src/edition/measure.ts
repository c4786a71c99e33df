import type { StanceKind, Status } from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import type { PrintedAmendment } from './amendment.ts'
import type { FactId } from './labels.ts'
import type { FlowNode, Note, NumberedText } from './nodes.ts'
import type { Wording } from './words.ts'

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
  /** Printed beside block numbers when the measure is not adopted (« projet »). */
  readonly mark: string
  /** True to print boxes to tick and lines to write on below it. */
  readonly answer: boolean
  /** Printed and numbered after the last normative section; without one, at the end. */
  readonly requests: readonly PrintedRequest[]
  readonly sections: readonly PrintedSection[]
  readonly notes: readonly Note[]
  /** Reservations and maintained objections. */
  readonly dissent: readonly Statement[]
  readonly decision: DecisionRecord | null
  /** Pending amendments to the printed text, by date. */
  readonly amendments: readonly PrintedAmendment[]
  readonly history: readonly HistoryEvent[]
  /** Digest of the parts that members consent to; `whole`: of the whole text. */
  readonly normative: string
  readonly whole: string
}

export interface Fact {
  readonly id: FactId
  readonly label: string
  readonly value: string
}

export interface PrintedRequest extends NumberedText {
  readonly addressee: string
  readonly addresseeLabel: string
}

export interface PrintedSection {
  /** Id of the manifest's section, or a slug of the title. */
  readonly id: string
  readonly title: string
  /** True for a section that members consent to, as named by the manifest. */
  readonly normative: boolean
  readonly nodes: readonly FlowNode[]
}

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
  /** Given on an earlier text, and still counted. */
  readonly stale: boolean
}

/** The last round (a consultation of the members), printed under the measure. */
export interface DecisionRecord {
  readonly opened: string
  readonly closes: string
  /** `''` while there is no outcome. */
  readonly closed: string
  /** One paragraph: rule, counts, result. */
  readonly sentence: string
  /** One sentence per ruling of a facilitator, with its reason, oldest first. */
  readonly rulings: readonly string[]
}

export interface HistoryEvent {
  readonly date: string
  readonly kind:
    | 'opened'
    | 'closed'
    | 'adopted'
    | 'stance'
    | 'final-period'
    | 'ruling'
    | 'amendment'
    | 'amended'
    | 'edition'
    | 'handed-over'
    | 'answered'
    | 'withdrawn'
  readonly label: string
}

/** The sections up to the last normative one, and the others. */
export function splitSections(
  sections: readonly PrintedSection[],
): readonly [before: PrintedSection[], after: PrintedSection[]] {
  const end = sections.findLastIndex(({ normative }) => normative) + 1 || sections.length
  return [sections.slice(0, end), sections.slice(end)]
}

/** « 7. Title ». */
export function measureTitle({ number, title }: Pick<Measure, 'number' | 'title'>): string {
  return `${number}. ${title}`
}

/** Stance, day and staleness of a statement: « objection, 2 avril 2026, sur un texte antérieur ». */
export function statementDetails(
  { stanceLabel, date, stale }: Statement,
  { words, language }: Wording,
): string {
  return [stanceLabel, dayInWords(date, language), stale ? words.stale : '']
    .filter(Boolean)
    .join(', ')
}
