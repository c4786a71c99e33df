import type { Document } from '@cahier/core'
import type { Span } from '@cahier/prose'
import { nodesOf } from '../../document/documents.ts'
import { type Rule, ruleOfCore } from '../../engine/rule.ts'

/**
 * Reports git conflicts in pages, such as a README. `@cahier/core` reports conflicts in other
 * files.
 */
export const conflict: Rule = {
  ...ruleOfCore('structure/conflict'),
  text({ document, report }) {
    const found = document.kind === 'page' ? conflictInPage(document) : null
    if (found !== null) report('unsettled', found)
  },
}

/** Finds the first line of a conflict. An example of a conflict in a code block does not count. */
function conflictInPage(document: Document): Span | null {
  const shown = [
    ...nodesOf(document, 'code'),
    ...nodesOf(document, 'html').filter(({ value }) => /^<pre\b/i.test(value)),
  ].map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const)
  const isShown = (at: number) => shown.some(([from, to]) => from <= at && at < to)
  let opening: Span | null = null
  let isHalfway = false
  for (const { 0: line, 1: sign, index } of document.text.matchAll(
    /^([<=>])\1{6}(?:[ \t].*)?$/gm,
  )) {
    if (sign === '=') isHalfway = opening !== null
    else if (isShown(index)) continue
    else if (sign === '<') {
      opening = { start: index, end: index + line.length }
      isHalfway = false
    } else if (isHalfway) return opening
  }
  return null
}
