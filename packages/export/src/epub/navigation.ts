import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { ownLanguage } from '../markup/page.ts'
import { type BookPage, bookPages } from './book-page.ts'
import type { PageBreak } from './page-breaks.ts'

/** An entry of the table of contents; `href` is relative to `EPUB/`. */
export interface BookOutline {
  readonly href: string
  readonly title: string
  /** BCP 47; absent when it is the language of the edition. */
  readonly lang?: string | undefined
  readonly under?: readonly BookOutline[]
}

/** The table of contents, landmarks and list of pages. `start` is where the text begins. */
export function navigationPage(
  edition: Edition,
  outline: readonly BookOutline[],
  breaks: readonly PageBreak[],
  start: string,
): BookPage {
  const { contents } = edition.words
  const toc = h('nav', { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', ariaLabel: contents }, [
    h('h1', contents),
    list(outline),
  ])
  return {
    path: bookPages.navigation,
    title: contents,
    properties: ['nav'],
    body: [toc, landmarks(edition, outline, start), pageList(edition, breaks)],
  }
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

function landmarks(edition: Edition, outline: readonly BookOutline[], start: string): Element {
  const { words } = edition
  const marks: readonly (readonly [kind: string, href: string, title: string])[] = [
    ['cover', bookPages.cover, words.cover],
    ['titlepage', bookPages.title, words.titlePage],
    ['toc', `${bookPages.navigation}#toc`, words.contents],
    ['bodymatter', start, words.startOfText],
    ...outline.flatMap(({ href, title }) =>
      kinds[href] === undefined ? [] : [[kinds[href], href, title] as const],
    ),
  ]
  return h('nav', { 'epub:type': 'landmarks', hidden: true, ariaLabel: words.landmarks }, [
    h('h2', words.landmarks),
    h(
      'ol',
      marks.map(([kind, href, title]) => h('li', h('a', { 'epub:type': kind, href }, title))),
    ),
  ])
}

const kinds: Readonly<Record<string, string>> = {
  [bookPages.amendments]: 'appendix',
  [bookPages.bibliography]: 'bibliography',
  [bookPages.colophon]: 'colophon',
}

function pageList(edition: Edition, breaks: readonly PageBreak[]): Element {
  const { pageList: title } = edition.words
  const entries = breaks.map(({ href, number }) => ({ href, title: String(number) }))
  return h(
    'nav',
    { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: true, ariaLabel: title },
    [h('h2', title), list(entries)],
  )
}
