import type { Round } from './decisions.ts'
import type { MessageData } from './finding.ts'
import type { Stance, StanceKind } from './stance.ts'

/** Derived, never stored; the first that holds, in this order. */
export type Status =
  | 'withdrawn'
  | 'merged'
  | 'void'
  | 'overdue'
  | 'open'
  | 'changed'
  | 'adopted'
  | 'adopted-with-reservations'
  | 'blocked'
  | 'rejected'
  | 'no-quorum'
  | 'draft'

/** Where one proposal stands on a given day. */
export interface Verdict {
  readonly proposal: string
  readonly status: Status
  /** Current `normative` digest. */
  readonly digest: string
  /** The last round, or `null`. */
  readonly round: Round | null
  /** Members of the round, else the members of the day. */
  readonly electorate: readonly string[]
  readonly stances: Readonly<Record<string, VerdictStance>>
  /** Members of the electorate who have said nothing that counts, less those recused. */
  readonly missing: readonly string[]
  readonly tally: Tally
  /** Members who had spoken on a proposal that this one merges, and have not on this one. */
  readonly again: readonly AskedAgain[]
  /** Ids of transmissions in which this proposal was handed over, and those that took it up. */
  readonly handedOver: readonly string[]
  readonly takenUp: readonly string[]
  /** Why the status is what it is: a message id of the consensus catalogue, and its data. */
  readonly why: { readonly message: string; readonly data: MessageData }
}

export interface VerdictStance extends Omit<Stance, 'stance'> {
  readonly stance: StanceKind
  readonly state: 'fresh' | 'stale' | 'uncounted'
  readonly counted: boolean
  /** Message id that says why it is not counted or stale; `''` when there is nothing to say. */
  readonly why: string
}

/**
 * A member to be asked again, since stances never move from one proposal to another, and what it
 * had said.
 */
export interface AskedAgain {
  readonly member: string
  readonly said: readonly {
    readonly proposal: string
    readonly stance: StanceKind
    readonly date: string
  }[]
}

export interface Tally {
  readonly electorate: number
  readonly consent: number
  readonly reservation: number
  readonly objection: number
  readonly abstention: number
  readonly silent: number
}
