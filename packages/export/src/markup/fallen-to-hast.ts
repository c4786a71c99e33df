import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Overview } from '../overview.ts'
import type { Page } from './page.ts'

/** What no longer holds since a text moved, measure by measure; nothing when all does. */
export function fallenToHast(page: Page, { chapters, fallen }: Overview): Element[] {
  const { words } = page.edition
  const entries = chapters
    .flatMap(({ measures }) => measures)
    .flatMap(({ id, number, title }) => {
      const own = fallen.filter(({ measure }) => measure === id)
      if (own.length === 0) return []
      const href = page.hrefOf({ kind: 'measure', id })
      const named = `${number}. ${title}`
      return [h('dt', href === null ? named : h('a', { href }, named)), ...own.map(({ label }) => h('dd', label))]
    })
  return entries.length === 0 ? [] : [h('h2', words.fallen), h('dl', entries)]
}
