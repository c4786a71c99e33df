import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Chapter, chapterLabel } from '../edition/chapter.ts'
import type { Measure } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { over } from '../markup/heading.ts'
import { notesToHast } from '../markup/notes-to-hast.ts'
import { ownLanguage, type Page } from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { beside, homeOf, pageAt, type Site, type SitePage } from './site.ts'
import { chapterPath } from './site-pages.ts'

/** The page of an axis (question, introduction, proposals), or of a chapter of a book. */
export function chapterPage(chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const path = chapterPath(chapter.id)
  const page = pageAt(path, site)
  const scope = `a${chapter.number}`
  const places = edition.chapters.map(({ id, title }) => ({ path: chapterPath(id), title }))
  return {
    path,
    title: chapter.title,
    trail: [homeOf(edition)],
    ...beside(path, places),
    sheets: chapter.measures.length === 0 ? [] : ['mesure'],
    main: [
      ...over(chapterLabel(chapter, edition)),
      h('h1', ownLanguage(chapter.lang, 'html'), chapter.title),
      ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
      ...flowToHast(chapter.introduction, page, scope, 1),
      ...(chapter.measures.length === 0
        ? []
        : [h('h2', edition.words.proposals), measureList(chapter.measures, page)]),
      ...notesToHast(chapter.notes, page, scope),
    ],
  }
}

/** Numbered proposals: title, status in words, summary. */
export function measureList(measures: readonly Measure[], page: Page): Element {
  return h(
    'ol',
    { className: ['measures'] },
    measures.map((measure) =>
      h('li', { value: measure.number }, [
        titleLine(measure, page),
        h('p', nodesAsText(measure.summary.nodes)),
      ]),
    ),
  )
}

function titleLine(measure: Measure, page: Page): Element {
  const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
  return h('p', [
    h('a', { href }, withoutFullStop(measure.title)),
    ', ',
    h('em', measure.statusLabel),
  ])
}
