import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition.ts'
import { chapterPath, measurePath } from '../markup/addresses.ts'
import type { BookPage } from './book-page.ts'
import { bookNaming, bookPages } from './book-pages.ts'

/** The table of contents, axes over proposals, and the landmarks, in the edition's language. `after` are the pages that follow the last axis. */
export function navigationPage(edition: Edition, after: readonly BookPage[]): BookPage {
  const { words } = edition
  const chapters = edition.chapters.map((chapter) => {
    const measures = chapter.measures.map((measure) =>
      entry(measurePath(chapter.id, measure.id, bookNaming), `${measure.number}. ${measure.title}`),
    )
    return h('li', [
      h('a', { href: chapterPath(chapter.id, bookNaming) }, `${chapter.number}. ${chapter.title}`),
      ...(measures.length > 0 ? [h('ol', measures)] : []),
    ])
  })
  const toc = h('nav', { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', ariaLabel: words.contents }, [
    h('h1', words.contents),
    h('ol', [entry(bookPages.title, words.titlePage), ...chapters, ...after.map((page) => entry(page.path, page.title))]),
  ])
  return { path: bookPages.navigation, title: words.contents, properties: ['nav'], body: [toc, landmarks(edition, after)] }
}

function landmarks(edition: Edition, after: readonly BookPage[]): Element {
  const { words } = edition
  const first = edition.chapters[0]
  const marks: readonly (readonly [string, string, string])[] = [
    ['cover', bookPages.cover, words.cover],
    ['titlepage', bookPages.title, words.titlePage],
    ['toc', `${bookPages.navigation}#toc`, words.contents],
    ...(first ? [['bodymatter', chapterPath(first.id, bookNaming), words.startOfText] as const] : []),
    ...after.filter((page) => page.path === bookPages.bibliography).map((page) => ['bibliography', page.path, page.title] as const),
  ]
  return h('nav', { 'epub:type': 'landmarks', hidden: true, ariaLabel: words.navigation }, [
    h('h2', words.navigation),
    h(
      'ol',
      marks.map(([kind, href, title]) => h('li', h('a', { 'epub:type': kind, href }, title))),
    ),
  ])
}

function entry(href: string, title: string): Element {
  return h('li', h('a', { href }, title))
}
