import type { Round } from './decisions.ts'
import type { MessageData } from './finding.ts'
import type { JudgedStance, Stance } from './stance.ts'

/** The status of a proposal, computed and never stored: the first of these that applies. */
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

/** The state of one proposal on a given day. */
export interface Verdict {
  readonly proposal: string
  readonly status: Status
  /** The digest of the current `normative` text (what members consent to). */
  readonly digest: string
  readonly round: Round | null
  /** The members of the round; when there is no round, the members on that day. */
  readonly electorate: readonly string[]
  readonly stances: Readonly<Record<string, JudgedStance>>
  /** Members without a counted stance, except those recused. */
  readonly missing: readonly string[]
  readonly tally: Tally
  /** Members with a stance on a proposal merged into this one, but without a stance on this one. */
  readonly again: readonly MemberToAsk[]
  /** The ids of the proposal's recipients; `takenUp` has those that took the proposal up. */
  readonly handedOver: readonly string[]
  readonly takenUp: readonly string[]
  /** The reason for the status: a message of the package `consensus`. */
  readonly why: { readonly message: string; readonly data: MessageData }
}

/** A member to ask again, and its stances on the merged proposals. */
export interface MemberToAsk {
  readonly member: string
  readonly stances: readonly Stance[]
}

export interface Tally {
  readonly electorate: number
  readonly consent: number
  readonly reservation: number
  readonly objection: number
  readonly abstention: number
  readonly silent: number
}
