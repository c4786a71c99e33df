import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import type { EditionChanges, MeasureChange } from '../edition/changes.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { measureLink, type Page } from '../markup/page.ts'
import { pageAt, type Site, type SitePage } from './site.ts'
import { ownPage } from './site-pages.ts'

/** Changes since the previous edition: the changelog, then proposal by proposal. */
export function changesPage(changes: EditionChanges, site: Site): SitePage {
  const { words } = site.edition
  const path = ownPage('changements', site.edition)
  return {
    path,
    title: words.changes,
    sheets: ['mesure'],
    main: [h('h1', words.changes), ...changesToHast(changes, pageAt(path, site))],
  }
}

/** The same content, without a heading. */
export function changesToHast(changes: EditionChanges, page: Page): ElementContent[] {
  const { words, language } = page.edition
  const day = changes.date === '' ? '' : ` (${dayInWords(changes.date, language)})`
  return [
    h('p', { className: ['question'] }, `${words.sinceEdition} ${changes.edition}${day}`),
    ...flowToHast(changes.words, page, 'c', page.shift + 1),
    ...(changes.measures.length === 0
      ? []
      : [
          h(
            'ol',
            { className: ['measures'] },
            changes.measures.map((change) => item(change, page)),
          ),
        ]),
  ]
}

function item(change: MeasureChange, page: Page) {
  const title = change.kind === 'left' ? change.title : measureLink(change.id, change.title, page)
  return h('li', { value: change.number }, [h('p', title), h('p', change.sentence)])
}
