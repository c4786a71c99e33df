import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter } from '../edition/chapter.ts'
import { type Edition, editionAndDay } from '../edition/edition.ts'
import { ownLanguage } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { measureList } from './chapter-page.ts'
import { pageAt, type Site, type SitePage } from './site.ts'
import { chapterPath, sitePages } from './site-pages.ts'

/** The title, and the contents by axis, or by chapter of a book. */
export function homePage(site: Site): SitePage {
  const { edition } = site
  const path = sitePages.home
  return {
    path,
    title: edition.title,
    sheets: ['titre', 'mesure'],
    main: [
      titleBlock(edition),
      ...documentLinks(site),
      ...(edition.kind === 'book'
        ? [contents(site)]
        : edition.chapters.map((chapter) => axis(chapter, site))),
    ],
  }
}

function documentLinks({ edition, documents }: Site): Element[] {
  if (documents.length === 0) return []
  const items = documents.map(({ path, title }) => h('li', h('a', { href: path }, title)))
  return [
    h('nav', { className: ['documents'], ariaLabel: edition.words.documents }, h('ul', items)),
  ]
}

function axis(chapter: Chapter, site: Site): Element {
  const number = chapter.number === 0 ? '' : `${chapter.number}. `
  return h('section', [
    h('h2', [number, chapterLink(chapter)]),
    ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
    ...(chapter.measures.length === 0
      ? []
      : [measureList(chapter.measures, pageAt(sitePages.home, site))]),
  ])
}

function contents({ edition }: Site): Element {
  const items = edition.chapters.map((chapter) =>
    h('li', { value: chapter.number }, chapterLink(chapter)),
  )
  return h('section', [h('h2', edition.words.contents), h('ol', items)])
}

function chapterLink(chapter: Chapter): Element {
  return h(
    'a',
    {
      href: relativeHref(sitePages.home, chapterPath(chapter.id)),
      ...ownLanguage(chapter.lang, 'html'),
    },
    chapter.title,
  )
}

/** The top of the home page and of the page to print. */
export function titleBlock(edition: Edition): Element {
  const when = editionAndDay(edition)
  return h('div', { className: ['title'] }, [
    ...(edition.publisher === '' ? [] : [h('p', edition.publisher)]),
    h('h1', edition.title),
    ...(edition.subtitle === '' ? [] : [h('p', { className: ['subtitle'] }, edition.subtitle)]),
    ...(when === '' ? [] : [h('p', when)]),
  ])
}
