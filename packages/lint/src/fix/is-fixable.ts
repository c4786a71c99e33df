import { type Finding, kindOf } from '@cahier/core'
import { isOnText } from '../engine/rule.ts'
import { rules } from '../rules/index.ts'

/** Records of rounds and editions: `--fix` leaves them unchanged. */
export const FROZEN: ReadonlySet<string> = new Set(['decisions', 'edition', 'bundle', 'ballot'])

/**
 * Whether `--fix` may apply the edits of a finding, by its path and rule. Only members change their
 * stances.
 */
export function isFixable({ path, rule, edits = [] }: Finding): boolean {
  const kind = kindOf(path)
  return (
    edits.length > 0 && !FROZEN.has(kind) && !(kind === 'positions' && rule === 'structure/schema')
  )
}

/** The same outside a programme, where `--fix` changes only prose unless a rule is named. */
export function isFixableProse(finding: Finding): boolean {
  return isFixable(finding) && editScopeOf(finding.rule) === 'prose'
}

/** What the edits of a rule may change. */
export function editScopeOf(id: string): 'prose' | 'tree' {
  return EDIT_SCOPES.get(id) ?? 'tree'
}

const EDIT_SCOPES: ReadonlyMap<string, 'prose' | 'tree'> = new Map(
  rules.map((rule) => [rule.id, rule.editScope ?? (isOnText(rule) ? 'prose' : 'tree')]),
)
