import type { Finding } from '@cahier/core'

/** The order in which findings are said: by path, place, rule. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (
    a.place.start.offset - b.place.start.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}
