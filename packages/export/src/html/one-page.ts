import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type Chapter, chapterTitle } from '../edition/edition.ts'
import { worksToHast } from '../markup/back-matter-to-hast.ts'
import { chapterTopToHast } from '../markup/chapter-top-to-hast.ts'
import { notesToHast } from '../markup/flow-to-hast.ts'
import { measureToHast, signatureToHast } from '../markup/measure-to-hast.ts'
import {
  ownLanguage,
  type Page,
  type TargetAddresses,
  targetsOf,
  unlessEmpty,
  workId,
} from '../markup/page.ts'
import { titleBlock } from './chapter-pages.ts'
import { changesToHast } from './menu-pages.ts'
import { pageAt, type Site, type SitePage } from './site.ts'
import { writtenBlock } from './site-page.ts'

/** The whole edition on one page, with links inside the page. */
export function onePage(path: string, site: Site): SitePage {
  const { edition, menu } = site
  const { words, changes, bibliography, chapters } = edition
  const page: Page = {
    ...pageAt(path, site),
    shift: 2,
    hrefOf: targetsOf(edition, FRAGMENTS),
    sectionId: (owner, section) => sectionFragment(owner.id, section),
  }
  const isSite = menu.length > 0
  return {
    path,
    title: words.onePage,
    sheets: ['titre', 'mesure', 'sources', 'papier'],
    main: [
      titleBlock(edition),
      isSite
        ? h('section.toc', [h('h2', words.contents), h('ul', chapters.map(contentsOf))])
        : null,
      isSite && changes !== null ? part(words.changes, changesToHast({ ...page, shift: 1 })) : null,
      ...chapters.map((chapter) => chapterToHast(chapter, page)),
      edition.kind === 'charter' ? signatureToHast(page) : null,
      bibliography.length === 0 ? null : part(words.bibliography, [worksToHast(page)]),
    ],
  }
}

function contentsOf(chapter: Chapter) {
  const items = chapter.measures.map(({ id, number, title }) =>
    h('li', { value: number }, h('a', { href: `#${measureFragment(id)}` }, title)),
  )
  const href = `#${chapterFragment(chapter.id)}`
  return h('li', [
    h('p', h('a', { href, ...ownLanguage(chapter.lang, 'html') }, chapterTitle(chapter))),
    unlessEmpty('ol', items),
  ])
}

function part(title: string, content: Child[]): Element {
  return h('section.part', h('h2', title), ...content)
}

function chapterToHast(chapter: Chapter, page: Page): Element {
  const scope = `a${chapter.number}`
  const { words } = page.edition
  return h(`section.part.part-${chapter.number}`, [
    ...chapterTopToHast(chapter, page, scope, 2, { id: chapterFragment(chapter.id) }),
    ...notesToHast(chapter.notes, { ...page, shift: 1 }, scope),
    ...chapter.measures.map((measure) =>
      writtenBlock(
        h('article', [
          h('p.over', `${words.proposal} ${measure.number}`),
          h('h3', { id: measureFragment(measure.id) }, measure.title),
          ...measureToHast(measure, page),
        ]),
        page.edition,
      ),
    ),
  ])
}

const FRAGMENTS: TargetAddresses = {
  chapter: ({ id }) => `#${chapterFragment(id)}`,
  heading: (_, heading) => `#${heading}`,
  measure: ({ id }) => `#${measureFragment(id)}`,
  section: ({ id }, section) => `#${sectionFragment(id, section)}`,
  work: (id) => `#${workId(id)}`,
}

function chapterFragment(id: string) {
  return `axis--${id}`
}

function measureFragment(id: string) {
  return `m--${id}`
}

function sectionFragment(measure: string, section: string) {
  return `${measure}-${section}`
}
