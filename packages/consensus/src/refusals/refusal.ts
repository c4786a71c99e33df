import { EMPTY_PLAN, FILE_START, type MessageData, type Plan } from '@cahier/core'

/** An empty plan with one error, about the file at `path`. */
export function refusingPlan(rule: string, path: string, message: string, data: MessageData): Plan {
  return {
    ...EMPTY_PLAN,
    findings: [{ rule, severity: 'error', message, data, path, place: FILE_START }],
  }
}

export function isRefused(plan: Plan): boolean {
  return plan.findings.some(({ severity }) => severity === 'error')
}
