import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Chapter, chapterLabel } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { flowToHast, notesToHast } from '../markup/flow-to-hast.ts'
import { measureLink, ownLanguage, type Page, unlessEmpty } from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { beside, chapterPath, homeOf, listEntry, pageAt, type Site, type SitePage } from './site.ts'

/** The page of an axis (question, introduction, proposals), or of a chapter of a book. */
export function chapterPage(chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const path = chapterPath(chapter.id)
  const page = pageAt(path, site)
  const scope = `a${chapter.number}`
  const places = edition.chapters.map(({ id, title }) => ({ path: chapterPath(id), title }))
  const hasMeasures = chapter.measures.length > 0
  return {
    path,
    title: chapter.title,
    trail: [homeOf(edition)],
    ...beside(path, places),
    sheets: hasMeasures ? ['mesure'] : [],
    main: [
      unlessEmpty('p.over', chapterLabel(chapter, edition)),
      h('h1', ownLanguage(chapter.lang, 'html'), chapter.title),
      unlessEmpty('p.question', chapter.question),
      flowToHast(chapter.introduction, page, scope, 1),
      hasMeasures ? h('h2', edition.words.proposals) : null,
      measureList(chapter.measures, page),
      notesToHast(chapter.notes, page, scope),
    ],
  }
}

/** Numbered proposals: title, status in words, summary. Null without proposals. */
export function measureList(measures: readonly Measure[], page: Page): Element | null {
  const entries = measures.map(({ id, number, title, statusLabel, summary }) =>
    listEntry(
      [measureLink(id, withoutFullStop(title), page), ', ', h('em', statusLabel)],
      nodesAsText(summary.nodes),
      number,
    ),
  )
  return unlessEmpty('ol.measures', entries)
}
