import type { DecisionRule, MessageData, Messages, Result } from '@cahier/core'

/** The figures that a decision rule counts, one stance a collective, in exact integers. */
export interface Count {
  /** The electorate without recused members. */
  readonly members: number
  readonly consents: number
  /** Includes objections ruled inadmissible or overruled, which no longer block. */
  readonly reservations: number
  readonly objections: number
  readonly abstentions: number
  /** How many of the reservations are ruled objections. These are not in favour. */
  readonly ruled?: number
  /**
   * The weight in favour, the total weight, and the number of members without one; where the rule
   * uses weights.
   */
  readonly weight?: { readonly inFavour: number; readonly total: number; readonly unknown: number }
  /**
   * How many members were notified, and how many whole days the last of them had; where the rule
   * asks.
   */
  readonly told?: { readonly members: number; readonly days: number }
  /** The number of whole days of the final period; where the rule has one. */
  readonly finalDays?: number
}

/** The result of a rule and its reason: a message of the method, with its figures. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
  /** The rule that decided instead, and its decision. */
  readonly fallback?: { readonly rule: DecisionRule; readonly decision: Decision }
}

/** A fact that a round must record beside stances. */
export type RoundFact = 'weight' | 'notified' | 'final-period'

/** A decision rule as a pure function of a count. Its page is its documentation and its test. */
export interface Method {
  readonly id: DecisionRule['method']
  readonly asks?: RoundFact
  /** True when an objection is a vote against, on which no ruling is possible. */
  readonly votes?: boolean
  readonly messages: Messages
  /** `decideBy` applies another rule to the same count, for a method with a fallback. */
  readonly decide: (
    count: Count,
    rule: DecisionRule,
    decideBy: (count: Count, rule: DecisionRule) => Decision,
  ) => Decision
}
