import type { Document } from './document.ts'

/** What a stance can say, most agreed first: the order in which they are told. */
export const STANCE_KINDS = ['consent', 'reservation', 'objection', 'abstention'] as const

export type StanceKind = (typeof STANCE_KINDS)[number]

/** All that one member has said, one entry per proposal. */
export interface Positions {
  readonly collective: string
  /** Identifier of the programme these are about. */
  readonly programme: string
  readonly serial: number
  readonly stances: readonly Stance[]
  readonly document: Document
}

/** What one member says of one proposal. */
export interface Stance {
  readonly proposal: string
  /** `null` is silence: an entry of a ballot not yet filled in. */
  readonly stance: StanceKind | null
  readonly date: string
  /** The `normative` digest it is about; `''` when none was written. */
  readonly text: string
  readonly by: string
  readonly argument: string
  readonly liftsIf: string
}
