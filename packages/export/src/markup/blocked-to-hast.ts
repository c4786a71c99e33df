import type { Element } from 'hast'
import { h } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import { measureTitle } from '../edition/measure.ts'
import type { Overview } from '../edition/overview.ts'
import { statementToHast } from './dissent-to-hast.ts'
import { measureLink } from './measure-link.ts'
import type { Page } from './page.ts'

/**
 * The proposals that objections block, each with the objections word for word; nothing when none
 * is.
 */
export function blockedToHast(page: Page, { chapters }: Overview): Element[] {
  const { words } = page.edition
  const blocked = measuresOf({ chapters }).filter(({ status }) => status === 'blocked')
  if (blocked.length === 0) return []
  const entries = blocked.flatMap((measure) => {
    const objections = measure.dissent.filter(({ stance }) => stance === 'objection')
    return [
      h('h3', measureLink(measure.id, measureTitle(measure), page)),
      ...objections.map((statement) => statementToHast(statement, page.edition)),
    ]
  })
  return [h('h2', words.blocked), ...entries]
}
