import type { Element } from 'hast'
import { h } from 'hastscript'
import { measureTitle } from '../edition/measure-title.ts'
import { measuresOf } from '../edition/measures-of.ts'
import type { Overview } from '../edition/overview.ts'
import type { Page } from './page.ts'

/** What no longer holds since a text moved, measure by measure; nothing when all does. */
export function fallenToHast(page: Page, overview: Overview): Element[] {
  const { words } = page.edition
  const entries = measuresOf(overview).flatMap((measure) => {
    const own = overview.fallen.filter((one) => one.measure === measure.id)
    if (own.length === 0) return []
    const href = page.hrefOf({ kind: 'measure', id: measure.id })
    const title = measureTitle(measure)
    return [h('dt', href === null ? title : h('a', { href }, title)), ...own.map(({ label }) => h('dd', label))]
  })
  return entries.length === 0 ? [] : [h('h2', words.fallen), h('dl', entries)]
}
