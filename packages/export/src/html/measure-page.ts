import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter } from '../edition/chapter.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { relativeHref } from '../markup/targets.ts'
import { amendmentsPath } from './amendments-page.ts'
import { beside, homeOf, pageAt, type Site, type SitePage } from './site.ts'
import { chapterPath, measurePath } from './site-pages.ts'

/** The page of a proposal, with the digest of its text. */
export function measurePage(measure: Measure, chapter: Chapter, site: Site): SitePage {
  const { words, language } = site.edition
  const path = measurePath(chapter.id, measure.id)
  return {
    path,
    title: measureTitle(measure),
    trail: [homeOf(site.edition), { path: chapterPath(chapter.id), title: chapter.title }],
    ...beside(path, site.order),
    sheets: ['mesure'],
    main: [
      h('p', { className: ['over'] }, `${words.proposal} ${measure.number}`),
      h('h1', measure.title),
      ...pending(measure, path, site),
      ...measureToHast(measure, pageAt(path, site)),
      h('p', { className: ['digest'] }, [
        labelled(words.digest, language),
        ' ',
        h('code', measure.normative),
      ]),
    ],
  }
}

function pending(measure: Measure, path: string, { edition }: Site): Element[] {
  const { words, language } = edition
  if (measure.amendments.length === 0) return []
  const link = h(
    'a',
    { href: relativeHref(path, amendmentsPath(measure, edition)) },
    words.pendingAmendments,
  )
  return [
    h('p', { className: ['status'] }, [
      link,
      `${labelled('', language)} ${measure.amendments.length}`,
    ]),
  ]
}
