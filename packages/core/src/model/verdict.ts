import type { Round } from './decisions.ts'
import type { MessageData } from './finding.ts'
import type { Stance, StanceKind } from './stance.ts'

/** Derived, never stored: the first of these that applies. */
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
  /** Current `normative` digest. */
  readonly digest: string
  /** The last round, or null. */
  readonly round: Round | null
  /** The members of the round, else those of the day. */
  readonly electorate: readonly string[]
  readonly stances: Readonly<Record<string, VerdictStance>>
  /** Members without a counted stance, except those recused. */
  readonly missing: readonly string[]
  readonly tally: Tally
  /** Members with a stance on a proposal merged into this one, and none on this one. */
  readonly again: readonly MemberToAsk[]
  /** Ids of transmissions that include this proposal, and of those whose addressee took it up. */
  readonly handedOver: readonly string[]
  readonly takenUp: readonly string[]
  /** The reason for the status: a message id of the consensus catalogue, and its data. */
  readonly why: { readonly message: string; readonly data: MessageData }
}

export interface VerdictStance extends Omit<Stance, 'stance'> {
  readonly stance: StanceKind
  readonly state: 'fresh' | 'stale' | 'uncounted'
  readonly counted: boolean
  /** The id of the message that says why it is stale or not counted, or empty. */
  readonly why: string
}

/** A member to ask again, and its stances on merged proposals: a stance never moves to another. */
export interface MemberToAsk {
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
