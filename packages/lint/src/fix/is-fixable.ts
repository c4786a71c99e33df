import { type Finding, kindOf } from '@cahier/core'
import { isOnText } from '../engine/rule.ts'
import { rules } from '../rules/index.ts'

/** What rounds and editions recorded: `--fix` leaves it as it is. */
export const FROZEN: ReadonlySet<string> = new Set(['decisions', 'edition', 'bundle', 'ballot'])

/**
 * Whether `--fix` may make the edits of a finding, as far as its file shows: a member's statement
 * is changed by that member alone.
 */
export function isFixable({ path, rule, edits = [] }: Finding): boolean {
  const kind = kindOf(path)
  return (
    edits.length > 0 && !FROZEN.has(kind) && !(kind === 'positions' && rule === 'structure/schema')
  )
}

/**
 * The same in a text of no programme, where `--fix` changes prose alone unless a rule is asked for
 * by name.
 */
export function isFixableProse(finding: Finding): boolean {
  return isFixable(finding) && mendsOf(finding.rule) === 'prose'
}

/** What the edits of a rule may change. */
export function mendsOf(id: string): 'prose' | 'tree' {
  return MENDS.get(id) ?? 'tree'
}

const MENDS: ReadonlyMap<string, 'prose' | 'tree'> = new Map(
  rules.map((rule) => [rule.id, rule.mends ?? (isOnText(rule) ? 'prose' : 'tree')]),
)
