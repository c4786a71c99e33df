import type { DecisionRule, MessageData, Messages, Result } from '@cahier/core'

/** What a decision rule counts: one collective, one stance (decision-rules.md, §0). Exact integers. */
export interface Count {
  /** `|E|`, less those recused. */
  readonly members: number
  readonly consents: number
  readonly reservations: number
  /** Members with at least one open objection. */
  readonly objections: number
  readonly abstentions: number
}

/** What a rule decides, and why: a message of the method, with its figures. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
}

/** A decision rule: a pure function of a count. Its page beside it is its documentation and its test. */
export interface Method {
  readonly id: DecisionRule['method']
  readonly messages: Messages
  readonly decide: (count: Count, rule: DecisionRule) => Decision
}
