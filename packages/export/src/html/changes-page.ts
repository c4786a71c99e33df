import { type Child, h } from 'hastscript'
import type { EditionChanges } from '../edition/edition.ts'
import { dayInWords } from '../edition/labels.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { measureLink, type Page, unlessEmpty } from '../markup/page.ts'
import { listEntry, menuPage, ownPage, type Site, type SitePage } from './site.ts'

/** Changes since the previous edition: the changelog, then proposal by proposal. */
export function changesPage(changes: EditionChanges, site: Site): SitePage {
  const { edition } = site
  return menuPage(
    ownPage('changements', edition),
    edition.words.changes,
    ['mesure'],
    site,
    (page) => changesToHast(changes, page),
  )
}

export function changesToHast(changes: EditionChanges, page: Page): Child[] {
  const { words, language } = page.edition
  const day = changes.date === '' ? '' : ` (${dayInWords(changes.date, language)})`
  const entries = changes.measures.map(({ id, kind, number, title, sentence }) =>
    listEntry(kind === 'left' ? title : measureLink(id, title, page), sentence, number),
  )
  return [
    h('p.question', `${words.sinceEdition} ${changes.edition}${day}`),
    flowToHast(changes.words, page, 'c', page.shift + 1),
    unlessEmpty('ol.measures', entries),
  ]
}
