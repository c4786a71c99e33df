import { EMPTY_PLAN, FILE_START, type MessageData, type Messages, type Plan } from '@cahier/core'

/** An empty plan with one error, about the file at `path`. */
type Refuse<M extends Messages> = (
  path: string,
  message: keyof M & string,
  data?: MessageData,
) => Plan

/** Gives the function that refuses for one of the reasons in `_messages`, those of `rule`. */
export function refuser<M extends Messages>(rule: string, _messages: M): Refuse<M> {
  return (path, message, data = {}) => ({
    ...EMPTY_PLAN,
    findings: [{ rule, severity: 'error', message, data, path, place: FILE_START }],
  })
}

export function isRefused(plan: Plan): boolean {
  return plan.findings.some(({ severity }) => severity === 'error')
}
