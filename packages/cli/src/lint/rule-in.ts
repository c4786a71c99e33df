import { nearest } from '@cahier/core'
import { rules } from '@cahier/lint'
import type { Invocation } from '../command.ts'
import { UsageError } from '../usage-error.ts'

/** The rule asked for, `''` when none is. @throws {UsageError} when there is no such rule. */
export function ruleIn(value: Invocation['values'][string]): string {
  if (typeof value !== 'string') return ''
  const ids = rules.map(({ id }) => id)
  if (ids.includes(value)) return value
  const near = nearest(value, ids)
  throw new UsageError(
    `aucune règle « ${value} »${near && ` : vouliez-vous écrire ${near} ?`}`,
    `no rule “${value}”${near && `: did you mean ${near}?`}`,
  )
}
