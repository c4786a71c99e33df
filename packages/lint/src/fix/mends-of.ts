import { isOnText } from '../rule.ts'
import { rules } from '../rules/index.ts'

/** What the edits of a rule may change. */
export function mendsOf(id: string): 'prose' | 'tree' {
  return MENDS.get(id) ?? 'tree'
}

const MENDS: ReadonlyMap<string, 'prose' | 'tree'> = new Map(
  rules.map((rule) => [rule.id, rule.mends ?? (isOnText(rule) ? 'prose' : 'tree')]),
)
