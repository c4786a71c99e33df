import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter } from '../edition/edition.ts'
import { type Edition, editionAndDay } from '../edition/edition.ts'
import { ownLanguage, unlessEmpty } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { measureList } from './chapter-page.ts'
import { chapterPath, pageAt, type Site, type SitePage, sitePages } from './site.ts'

/** The title, and the contents by axis, or by chapter of a book. */
export function homePage(site: Site): SitePage {
  const { edition, documents } = site
  const links = documents.map(({ path, title }) => h('li', h('a', { href: path }, title)))
  return {
    path: sitePages.home,
    title: edition.title,
    sheets: ['titre', 'mesure'],
    main: [
      titleBlock(edition),
      links.length === 0
        ? null
        : h('nav.documents', { ariaLabel: edition.words.documents }, h('ul', links)),
      edition.kind === 'book'
        ? contents(edition)
        : edition.chapters.map((chapter) => axis(chapter, site)),
    ],
  }
}

function axis(chapter: Chapter, site: Site): Element {
  const number = chapter.number === 0 ? '' : `${chapter.number}. `
  return h('section', [
    h('h2', [number, chapterLink(chapter)]),
    unlessEmpty('p.question', chapter.question),
    measureList(chapter.measures, pageAt(sitePages.home, site)),
  ])
}

function contents({ chapters, words }: Edition): Element {
  const items = chapters.map((chapter) => h('li', { value: chapter.number }, chapterLink(chapter)))
  return h('section', [h('h2', words.contents), h('ol', items)])
}

function chapterLink({ id, lang, title }: Chapter): Element {
  const href = relativeHref(sitePages.home, chapterPath(id))
  return h('a', { href, ...ownLanguage(lang, 'html') }, title)
}

/** The top of the home page and of the page to print. */
export function titleBlock(edition: Edition): Element {
  return h('div.title', [
    unlessEmpty('p', edition.publisher),
    h('h1', edition.title),
    unlessEmpty('p.subtitle', edition.subtitle),
    unlessEmpty('p', editionAndDay(edition)),
  ])
}
