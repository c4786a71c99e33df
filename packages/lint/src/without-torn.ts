import type { Document, Finding } from '@cahier/core'

/**
 * The findings of one document without those inside a merge conflict: what stands between its lines
 * is no text yet.
 */
export function withoutTorn(
  found: readonly Finding[],
  { text, findings }: Document,
): readonly Finding[] {
  const conflict = [...findings, ...found].find(({ rule }) => rule === 'structure/conflict')
  if (conflict === undefined) return found
  const start = conflict.place.start.offset
  const end = Math.max(
    conflict.place.end.offset,
    ...[...text.matchAll(/^>{7}(?:[ \t].*)?$/gm)].map(({ index }) => index),
  )
  return found.filter(
    (one) => one === conflict || one.place.end.offset <= start || one.place.start.offset >= end,
  )
}
