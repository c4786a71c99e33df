import { h } from 'hastscript'
import type { Chapter } from '../edition.ts'
import { chapterPath } from '../markup/addresses.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { notesToHast } from '../markup/notes-to-hast.ts'
import { measureList } from './measure-list.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { Place, SitePage } from './site-page.ts'
import { siteNaming } from './site-pages.ts'

/** The page of an axis: its question, its introduction, its proposals. */
export function chapterPage(chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const path = chapterPath(chapter.id, siteNaming)
  const page = pageAt(path, site)
  const scope = `a${chapter.number}`
  const rank = edition.chapters.indexOf(chapter)
  return {
    path,
    title: chapter.title,
    description: chapter.question,
    trail: [homeOf(edition)],
    previous: placeOf(edition.chapters[rank - 1]),
    next: placeOf(edition.chapters[rank + 1]),
    wide: false,
    main: [
      h('p', { className: ['over'] }, `${edition.words.axis} ${chapter.number}`),
      h('h1', chapter.title),
      ...(chapter.question === '' ? [] : [h('p', { className: ['lede'] }, chapter.question)]),
      ...flowToHast(chapter.introduction, page, scope, 1),
      h('h2', edition.words.proposals),
      measureList(chapter.measures, page),
      ...notesToHast(chapter.notes, page, scope),
    ],
  }
}

function placeOf(chapter: Chapter | undefined): Place | null {
  return chapter ? { path: chapterPath(chapter.id, siteNaming), title: chapter.title } : null
}
