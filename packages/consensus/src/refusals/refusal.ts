import { EMPTY_PLAN, FILE_START, type MessageData, type Plan } from '@cahier/core'

/** A plan that writes nothing and says why; `path` is the file that it is about. */
export function refusingPlan(rule: string, path: string, message: string, data: MessageData): Plan {
  return {
    ...EMPTY_PLAN,
    findings: [{ rule, severity: 'error', message, data, path, place: FILE_START }],
  }
}

export function isRefused(plan: Plan): boolean {
  return plan.findings.some(({ severity }) => severity === 'error')
}
