import type { DecisionRule, MessageData, Messages, Result } from '@cahier/core'

/** The numbers that a decision rule needs. Each member has at most one stance. */
export interface Count {
  /** The number of members, without those recused (excluded) by a ruling. */
  readonly members: number
  readonly consents: number
  /** Includes the objections of `ruled`, which no longer block. */
  readonly reservations: number
  readonly objections: number
  readonly abstentions: number
  /** The number of objections that rulings set aside. They do not count in favour. */
  readonly ruled?: number
  /** Present when the rule uses weights. `unknown` is the number of members without a weight. */
  readonly weight?: { readonly inFavour: number; readonly total: number; readonly unknown: number }
  /** Present when members must be notified. `days` are those that the last notified member had. */
  readonly told?: { readonly members: number; readonly days: number }
  /** Present when the rule has a final period: how many whole days it lasted. */
  readonly finalDays?: number
}

/** A result. `why` is the key of a message of the method; `data` fills that message. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
  readonly fallback?: { readonly rule: DecisionRule; readonly decision: Decision }
}

/** A fact, besides stances, that a round records because its rule needs it. */
export type RoundFact = 'weight' | 'notified' | 'final-period'

/** A decision method: a pure function of a count. Tests run the examples in `methods/<id>.md`. */
export interface Method {
  readonly id: DecisionRule['method']
  /** The fact that a round must record for this method. */
  readonly asks?: RoundFact
  /** True when an objection is a vote against, which no ruling can set aside. */
  readonly votes?: boolean
  readonly messages: Messages
  /** Calls `decideBy` when the fallback rule must decide on the same count. */
  readonly decide: (
    count: Count,
    rule: DecisionRule,
    decideBy: (count: Count, rule: DecisionRule) => Decision,
  ) => Decision
}
