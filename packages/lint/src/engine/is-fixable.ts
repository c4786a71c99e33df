import { type Finding, kindOf, wordSet } from '@cahier/core'
import { ruleNamed } from '../rules/index.ts'
import { isOnText } from './rule.ts'

/** Kinds of files that record votes and editions: `--fix` never changes them. */
export const RECORD_KINDS = wordSet('decisions edition bundle ballot')

/**
 * Whether a finding has edits that `--fix` may apply. Schema errors in stances (answers of a
 * member) are left to the member.
 */
export function isFixable({ path, rule, edits = [] }: Finding): boolean {
  const kind = kindOf(path)
  return (
    edits.length > 0 &&
    !RECORD_KINDS.has(kind) &&
    !(kind === 'positions' && rule === 'structure/schema')
  )
}

/**
 * Like `isFixable`, for a text outside a programme: there, `--fix` changes only prose unless the
 * user names a rule.
 */
export function isFixableProse(finding: Finding): boolean {
  return isFixable(finding) && editScopeOf(finding.rule) === 'prose'
}

/** What the edits of a rule may change: words (`prose`), or also structure (`tree`). */
export function editScopeOf(id: string): 'prose' | 'tree' {
  const rule = ruleNamed(id)
  return rule?.editScope ?? (rule !== undefined && isOnText(rule) ? 'prose' : 'tree')
}
