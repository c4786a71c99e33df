import type { StanceKind, Status } from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import type { PrintedAmendment } from './amendment.ts'
import type { FactId } from './labels.ts'
import type { FlowNode, Note, NumberedText } from './nodes.ts'
import type { Wording } from './words.ts'

/** A proposal as printed. Its blocks are numbered `<number>.<n>` in every format. */
export interface Measure {
  readonly id: string
  /** Its rank in the whole programme, the same whatever the selection. */
  readonly number: number
  readonly title: string
  readonly summary: NumberedText
  readonly status: Status
  readonly statusLabel: string
  /** Labels and values, ready to print: horizon, scale, authors, review, legal facts… */
  readonly facts: readonly Fact[]
  readonly horizon: string
  /** Printed beside each block number when the measure is not adopted (« projet »); else `''`. */
  readonly mark: string
  /** Whether boxes to tick and lines to answer on are printed under it. */
  readonly answer: boolean
  /** Printed, and numbered, after the last normative section; at the end when there is none. */
  readonly requests: readonly PrintedRequest[]
  readonly sections: readonly PrintedSection[]
  readonly notes: readonly Note[]
  /** Reservations and maintained objections. */
  readonly dissent: readonly Statement[]
  readonly decision: DecisionRecord | null
  /** Pending amendments to the printed text, by date. */
  readonly amendments: readonly PrintedAmendment[]
  /** Its history, oldest first. */
  readonly history: readonly HistoryEvent[]
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
  /** Whether the manifest marks it normative. */
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

/** The last round, as printed under the measure. */
export interface DecisionRecord {
  readonly opened: string
  readonly closes: string
  /** `''` while there is no outcome. */
  readonly closed: string
  /** One paragraph in the edition's language: rule, counts, result. */
  readonly sentence: string
  /** One sentence per ruling, with its reason, oldest first. */
  readonly rulings: readonly string[]
}

/** One event in the history of a proposal. */
export interface HistoryEvent {
  /** A day, `YYYY-MM-DD`. */
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
  /** One short sentence in the edition's language, ready to print. */
  readonly label: string
}

/**
 * The sections up to the last normative one, and those after it. Requests, dissent and decision
 * are printed in between.
 */
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
export function circumstances(
  { stanceLabel, date, stale }: Statement,
  { words, language }: Wording,
): string {
  return [stanceLabel, dayInWords(date, language), stale ? words.stale : '']
    .filter(Boolean)
    .join(', ')
}
