import type { DecisionRule } from '@cahier/core'
import type { Count, Decision, Method, RoundFact } from '../counting/method.ts'
import { consensusMinus } from './consensus-minus.ts'
import { consent } from './consent.ts'
import { doubleMajority } from './double-majority.ts'
import { lazy } from './lazy.ts'
import { majority } from './majority.ts'
import { rough } from './rough.ts'

/** Every decision method in the schema. */
export const methods: readonly Method[] = [
  consent,
  consensusMinus,
  majority,
  lazy,
  rough,
  doubleMajority,
]

export function methodOf(rule: DecisionRule): Method {
  const method = methods.find(({ id }) => id === rule.method)
  if (method === undefined) throw new RangeError(`no method: ${rule.method}`)
  return method
}

export function decide(count: Count, rule: DecisionRule): Decision {
  return methodOf(rule).decide(count, rule, decide)
}

/** The first of the rule and its fallbacks that needs this fact; null when none does. */
export function ruleNeeding(rule: DecisionRule, asked: RoundFact): DecisionRule | null {
  if (methodOf(rule).asks === asked) return rule
  return rule.otherwise === undefined ? null : ruleNeeding(rule.otherwise, asked)
}
