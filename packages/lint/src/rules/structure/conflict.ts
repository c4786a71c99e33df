import { coreMessages, type Document } from '@cahier/core'
import type { Span } from '@cahier/prose'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/conflict'

/**
 * No file keeps the lines of a merge conflict. In texts of the programme they are found while
 * reading (core); in pages, and outside a programme, here.
 */
export const conflict: Rule = {
  id,
  severity: 'error',
  fixed: true,
  messages: coreMessages[id] ?? {},
  text({ document, report }) {
    const found = document.kind === 'page' ? conflictInPage(document) : null
    if (found !== null) report('unsettled', placeIn(document, found.start, found.end))
  },
}

/**
 * The first line of the first conflict that git left in a page; `null` when there is none. All
 * three lines are needed, in their order, the first and the last of them outside of code: a page
 * about git may show some.
 */
function conflictInPage(document: Document): Span | null {
  const { text } = document
  // Two such signs are soon looked for, and few texts have them.
  if (!text.includes('<<') || !text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return null
  const shown = [
    ...nodesOf(document, 'code'),
    ...nodesOf(document, 'html').filter(({ value }) => /^<pre\b/i.test(value)),
  ].map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const)
  const isShown = (at: number) => shown.some(([from, to]) => from <= at && at < to)
  let opening: Span | null = null
  let isHalfway = false
  for (const { 0: line, 1: sign, index } of text.matchAll(/^([<=>])\1{6}(?:[ \t].*)?$/gm)) {
    if (sign === '=') isHalfway = opening !== null
    else if (isShown(index)) continue
    else if (sign === '<') {
      opening = { start: index, end: index + line.length }
      isHalfway = false
    } else if (isHalfway) return opening
  }
  return null
}
