import { coreMessages } from '@cahier/core'
import { conflictInPage } from '../../conflict-in-page.ts'
import { placeIn } from '../../place-in.ts'
import type { Rule } from '../../rule.ts'

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
