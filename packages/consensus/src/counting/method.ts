import type { DecisionRule, MessageData, Messages, Result } from '@cahier/core'

/** The numbers from which a decision rule decides. Each member has at most one stance. */
export interface Count {
  /** The electorate, without recused members. */
  readonly members: number
  readonly consents: number
  /** Includes the `ruled` objections, which no longer block. */
  readonly reservations: number
  readonly objections: number
  readonly abstentions: number
  /** How many objections a ruling set aside. They are not in favour. */
  readonly ruled?: number
  /** When the rule uses weights; `unknown` is the number of members without one. */
  readonly weight?: { readonly inFavour: number; readonly total: number; readonly unknown: number }
  /** When the rule asks: the members notified, and the whole days left to the last of them. */
  readonly told?: { readonly members: number; readonly days: number }
  /** When the rule has a final period: its whole days. */
  readonly finalDays?: number
}

/** A result; `why` names a message of the method, and `data` its figures. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
  readonly fallback?: { readonly rule: DecisionRule; readonly decision: Decision }
}

/** A fact, other than stances, that a rule makes a round record. */
export type RoundFact = 'weight' | 'notified' | 'final-period'

/** A method of decision: a pure function of a count. `<id>.md` documents and tests it. */
export interface Method {
  readonly id: DecisionRule['method']
  readonly asks?: RoundFact
  /** True when an objection is a vote against, which no ruling can set aside. */
  readonly votes?: boolean
  readonly messages: Messages
  /** `decideBy` applies the fallback rule to the same count. */
  readonly decide: (
    count: Count,
    rule: DecisionRule,
    decideBy: (count: Count, rule: DecisionRule) => Decision,
  ) => Decision
}
