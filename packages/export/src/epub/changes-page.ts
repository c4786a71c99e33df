import type { Element } from 'hast'
import { h } from 'hastscript'
import { type MeasureChange, sinceEdition } from '../edition/changes.ts'
import type { Edition } from '../edition/edition.ts'
import { measureTitle } from '../edition/measure.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { notices } from '../markup/notices.ts'
import type { Page } from '../markup/page.ts'
import type { BookPage } from './book-page.ts'
import { bookPages } from './book-pages.ts'

/**
 * What changed since the edition before: what people wrote of it, then proposal by proposal.
 * Nothing when there was none.
 */
export function changesPage(edition: Edition, page: Page): BookPage[] {
  const { changes, words } = edition
  if (changes === null) return []
  const body = h('section', { ariaLabel: words.changes }, [
    h('h1', words.changes),
    ...notices(edition),
    h('p', { className: ['lede'] }, sinceEdition(changes, edition)),
    ...flowToHast(changes.words, page, 'c', 1),
    ...(changes.measures.length === 0
      ? []
      : [
          h(
            'ul',
            { className: ['plain'] },
            changes.measures.map((change) => item(change, page)),
          ),
        ]),
  ])
  return [{ path: bookPages.changes, title: words.changes, properties: [], body: [body] }]
}

function item(change: MeasureChange, page: Page): Element {
  const href = change.kind === 'left' ? null : page.hrefOf({ kind: 'measure', id: change.id })
  const title = href === null ? change.title : h('a', { href }, measureTitle(change))
  return h('li', [h('p', title), h('p', { className: ['about'] }, change.sentence)])
}
