import type { Edit, Finding } from '@cahier/core'
import { countWhile } from '@cahier/prose'
import { mendsOf } from './fix/mends-of.ts'

/**
 * The findings of one document without the remarks on prose that another finding would write anew
 * whole: a title that is no section's is said once, whatever the space before its question mark.
 */
export function withoutRewritten(
  found: readonly Finding[],
  read: readonly Finding[],
): readonly Finding[] {
  const rewrites = [...found, ...read]
    .filter(({ rule, severity }) => severity === 'error' && mendsOf(rule) === 'tree')
    .flatMap(({ path, edits = [] }) =>
      edits.filter((edit) => edit.path === path && edit.end - edit.start > 1),
    )
    .sort((a, b) => a.start - b.start)
  if (rewrites.length === 0) return found
  let furthest = 0
  const reach = rewrites.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  const isRewritten = ({ start, end }: Pick<Edit, 'start' | 'end'>) =>
    (reach[lastUpTo(rewrites, start)] ?? -1) >= end
  // A remark that mends nothing is about the words where it stands.
  const about = ({ edits = [], place: { start, end } }: Finding) =>
    edits.length > 0 ? edits : [{ start: start.offset, end: end.offset }]
  return found.filter(
    (finding) => mendsOf(finding.rule) === 'tree' || !about(finding).some(isRewritten),
  )
}

/** Index of the last edit that begins at or before an offset; -1 when there is none. */
function lastUpTo(edits: readonly Edit[], offset: number): number {
  return countWhile(edits, ({ start }) => start <= offset) - 1
}
