import type { Document } from './document.ts'

export type StanceKind = 'consent' | 'reservation' | 'objection' | 'abstention'

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
