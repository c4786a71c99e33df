import { rules } from '@cahier/lint'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/** The rule asked for, `''` when none is. @throws {UsageError} when there is no such rule. */
export function ruleIn(value: Invocation['values'][string]): string {
  if (typeof value !== 'string') return ''
  const ids = rules.map(({ id }) => id)
  if (ids.includes(value)) return value
  const { fr, en } = didYouMean(nearRule(value))
  throw new UsageError(`aucune règle « ${value} »${fr}`, `no rule “${value}”${en}`)
}

/** The rule near a misspelt one, by its id or by the end of it: `ellipsis`. */
export function nearRule(written: string): string {
  const ids = rules.map(({ id }) => id)
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1))
  return nearValue(written, ids) || (ids[names.indexOf(nearValue(written, names))] ?? '')
}
