import { familyOf, rules } from '@cahier/lint'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/**
 * The rules and families of `--rule`, separated by commas; `''` without the option.
 * @throws {UsageError} when a name is unknown.
 */
export function ruleIn(value: Invocation['values'][string]): string {
  if (typeof value !== 'string') return ''
  const names = value.split(',').map((name) => name.trim())
  const known = new Set(rules.flatMap(({ id }) => [id, familyOf(id)]))
  const unknown = names.find((name) => !known.has(name))
  if (unknown === undefined) return names.join(',')
  const { fr, en } = didYouMean(nearRule(unknown) || nearValue(unknown, [...known]))
  throw new UsageError(`aucune règle « ${unknown} »${fr}`, `no rule “${unknown}”${en}`)
}

/** The id nearest to a misspelt rule name, whole or only its end (`ellipsis`); `''` if none. */
export function nearRule(written: string): string {
  const ids = rules.map(({ id }) => id)
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1))
  return nearValue(written, ids) || (ids[names.indexOf(nearValue(written, names))] ?? '')
}
