import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { ownLanguage } from '../markup/page.ts'
import { type BookPage, bookPaths } from './book-page.ts'

/** An entry of the table of contents or of the list of pages; `href` is relative to `EPUB/`. */
export interface BookOutline {
  readonly href: string
  readonly title: string
  /** BCP 47; absent when it is the language of the edition. */
  readonly lang?: string | undefined
  readonly under?: readonly BookOutline[]
}

/** The table of contents, landmarks and list of pages (`breaks`). The text begins at `start`. */
export function navigationPage(
  { words }: Edition,
  outline: readonly BookOutline[],
  breaks: readonly BookOutline[],
  start: string,
): BookPage {
  const { contents, landmarks, pageList } = words
  const mark = (kind: string, href: string, title: string) =>
    h('li', h('a', { 'epub:type': kind, href }, title))
  const marks = [
    mark('cover', bookPaths.cover, words.cover),
    mark('titlepage', bookPaths.title, words.titlePage),
    mark('toc', `${bookPaths.navigation}#toc`, contents),
    mark('bodymatter', start, words.startOfText),
    ...outline.flatMap(({ href, title }) =>
      kinds[href] === undefined ? [] : mark(kinds[href], href, title),
    ),
  ]
  const hidden = (kind: string, role: string | null, title: string, entries: Element) =>
    h('nav', { 'epub:type': kind, role, hidden: true, ariaLabel: title }, [h('h2', title), entries])
  const body = [
    h('nav', { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', ariaLabel: contents }, [
      h('h1', contents),
      list(outline),
    ]),
    hidden('landmarks', null, landmarks, h('ol', marks)),
    hidden('page-list', 'doc-pagelist', pageList, list(breaks)),
  ]
  return { path: bookPaths.navigation, title: contents, properties: ['nav'], body }
}

const kinds: Readonly<Record<string, string>> = {
  [bookPaths.amendments]: 'appendix',
  [bookPaths.bibliography]: 'bibliography',
  [bookPaths.colophon]: 'colophon',
}

function list(entries: readonly BookOutline[]): Element {
  return h(
    'ol',
    entries.map(({ href, title, lang, under = [] }) =>
      h('li', [
        h('a', { href, ...ownLanguage(lang, 'epub') }, title),
        under.length > 0 ? list(under) : null,
      ]),
    ),
  )
}
