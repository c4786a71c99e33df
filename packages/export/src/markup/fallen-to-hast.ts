import type { Element } from 'hast'
import { h } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import { measureTitle } from '../edition/measure.ts'
import type { Overview } from '../edition/overview.ts'
import { measureLink } from './measure-link.ts'
import type { Page } from './page.ts'

/** What no longer holds since a text moved, measure by measure; nothing when all does. */
export function fallenToHast(page: Page, overview: Overview): Element[] {
  const { words } = page.edition
  const entries = measuresOf(overview).flatMap((measure) => {
    const own = overview.fallen.filter((one) => one.measure === measure.id)
    if (own.length === 0) return []
    return [
      h('dt', measureLink(measure.id, measureTitle(measure), page)),
      ...own.map(({ label }) => h('dd', label)),
    ]
  })
  return entries.length === 0 ? [] : [h('h2', words.fallen), h('dl', entries)]
}
