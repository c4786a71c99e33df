import type { Finding } from '@cahier/core'
import { EVERYTHING, type Fixes, familyOf, rules } from '@cahier/lint'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import type { DiskQuery } from './disk.ts'

/** What the options of `cahier lint` ask for. */
export type LintRequest = ReturnType<typeof lintRequest>

/** @throws {UsageError} when `--rule` names an unknown rule, or `--date` is no day. */
export function lintRequest({ values, day }: Invocation) {
  // `day()` checks `--date`. Without the option, `day()` may compute today, which is slow.
  if (values.date !== undefined) day()
  return {
    /** The rules and families to check, separated by commas; empty for all. */
    rule: ruleIn(values.rule),
    /** The findings to fix before the report; null to fix none. */
    fixes: values.fix === true ? EVERYTHING : null,
    since: typeof values.since === 'string' ? values.since : null,
  }
}

function ruleIn(value: Invocation['values'][string]) {
  if (typeof value !== 'string') return ''
  const names = value.split(',').map((name) => name.trim())
  const known = new Set(rules.flatMap(({ id }) => [id, familyOf(id)]))
  const unknown = names.find((name) => !known.has(name))
  if (unknown === undefined) return names.join(',')
  const { fr, en } = didYouMean(nearRule(unknown) || nearValue(unknown, [...known]))
  throw new UsageError(`aucune règle « ${unknown} »${fr}`, `no rule “${unknown}”${en}`)
}

/** The rule id nearest to a misspelt id, or to the end of one (`ellipsis`); `''` if none. */
export function nearRule(written: string): string {
  const ids = rules.map(({ id }) => id)
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1))
  return nearValue(written, ids) || (ids[names.indexOf(nearValue(written, names))] ?? '')
}

/**
 * The result of linting a programme, or loose texts (Markdown outside a programme). Paths are
 * relative to `folder`.
 */
export interface LintResult {
  readonly folder: string
  readonly findings: readonly Finding[]
  readonly files: number
  /** The text before any fix; `''` for an unknown file. */
  readonly textBefore: (path: string) => string
  /** Whether `--fix` with the same options may fix a finding. */
  readonly isFixable: (finding: Finding) => boolean
  readonly fixes: Fixes | null
  /** The queries about other files that the findings depend on. */
  readonly queries?: readonly DiskQuery[]
  /** Hidden folders with Markdown that was not linted. */
  readonly hidden?: readonly string[]
}

/** Returns a function that gives the text of a path, as fixed by `--fix`. */
export function textsOf({ fixes, textBefore }: LintResult): (path: string) => string {
  return (path) => fixes?.texts.get(path) ?? textBefore(path)
}
