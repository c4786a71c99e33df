import type { DecisionRule, MessageData, Messages, Result } from '@cahier/core'

/** What a decision rule counts: one collective, one stance. Exact integers. */
export interface Count {
  /** `|E|`, less those recused. */
  readonly members: number
  readonly consents: number
  /** With the objections ruled inadmissible or overruled: they no longer block, and are kept. */
  readonly reservations: number
  /** Members with at least one open objection. */
  readonly objections: number
  readonly abstentions: number
  /** How many of the reservations are objections that were ruled on: they are nobody’s consent. */
  readonly ruled?: number
  /**
   * Weight of those in favour and of all, and how many members have none written; where the rule
   * weighs.
   */
  readonly weight?: { readonly inFavour: number; readonly total: number; readonly unknown: number }
  /**
   * How many members were told, and how many whole days the last of them had; where the rule asks.
   */
  readonly told?: { readonly members: number; readonly days: number }
  /** How many whole days the final period had; where the rule has one. */
  readonly finalDays?: number
}

/** What a rule decides, and why: a message of the method, with its figures. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
  /** The rule that decided instead, and what it decided. */
  readonly fallback?: { readonly rule: DecisionRule; readonly decision: Decision }
}

/** What a round must know beside stances. */
export type RoundFact = 'weight' | 'notified' | 'final-period'

/**
 * A decision rule: a pure function of a count. Its page beside it is its documentation and its
 * test.
 */
export interface Method {
  readonly id: DecisionRule['method']
  readonly asks?: RoundFact
  /**
   * Whether an objection is a vote against, on which nothing can be ruled, rather than an obstacle.
   */
  readonly votes?: boolean
  readonly messages: Messages
  /** `decideBy` applies another rule to the same count, for a method that falls back on one. */
  readonly decide: (
    count: Count,
    rule: DecisionRule,
    decideBy: (count: Count, rule: DecisionRule) => Decision,
  ) => Decision
}
