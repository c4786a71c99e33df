import { h } from 'hastscript'
import { chapterPath, relativeHref } from '../markup/addresses.ts'
import { measureList } from './measure-list.ts'
import { pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { siteNaming, sitePages } from './site-pages.ts'
import { titleBlock } from './title-block.ts'

/** The title page and the contents, axis by axis. */
export function homePage(site: Site): SitePage {
  const { edition } = site
  const path = sitePages.home
  const page = pageAt(path, site)
  return {
    path,
    title: edition.title,
    description: '',
    trail: [],
    previous: null,
    next: null,
    wide: false,
    main: [
      titleBlock(edition),
      ...edition.chapters.map((chapter) =>
        h('section', [
          h('h2', [`${chapter.number}. `, h('a', { href: relativeHref(path, chapterPath(chapter.id, siteNaming)) }, chapter.title)]),
          ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
          measureList(chapter.measures, page),
        ]),
      ),
    ],
  }
}
