import type { Edit, Finding } from '@cahier/core'
import { mendsOf } from './fix/fix-texts.ts'

/**
 * The findings of one document without the remarks on prose that another finding would write anew whole: a title that is no section's is said
 * once, whatever the space before its question mark.
 */
export function withoutRewritten(found: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  const rewrites = [...found, ...read]
    .filter(({ rule, severity }) => severity === 'error' && mendsOf(rule) === 'tree')
    .flatMap(({ path, edits = [] }) => edits.filter((edit) => edit.path === path && edit.end - edit.start > 1))
  if (rewrites.length === 0) return found
  return found.filter(({ rule, edits = [] }) => mendsOf(rule) === 'tree' || !edits.some((edit) => rewrites.some((one) => holds(one, edit))))
}

function holds(one: Edit, other: Edit): boolean {
  return one.path === other.path && one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start
}
