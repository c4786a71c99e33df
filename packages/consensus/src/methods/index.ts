import type { DecisionRule } from '@cahier/core'
import type { Method } from '../method.ts'
import { consent } from './consent.ts'

/** Every decision rule that can be applied. */
export const methods: readonly Method[] = [consent]

/** The method a rule names, or `null` when it cannot be applied yet. */
export function methodOf(rule: DecisionRule): Method | null {
  return methods.find(({ id }) => id === rule.method) ?? null
}
