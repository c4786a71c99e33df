import type { Plan } from '@cahier/core'

/** Whether a plan may not be written. */
export function isRefused(plan: Plan): boolean {
  return plan.findings.some(({ severity }) => severity === 'error')
}
