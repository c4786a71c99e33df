import { h } from 'hastscript'
import type { Chapter, Measure } from '../edition.ts'
import { chapterPath, measurePath } from '../markup/addresses.ts'
import { labelled } from '../markup/labelled.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { plainText } from '../markup/plain-text.ts'
import { fullTitle, homeOf, pageAt, type Site } from './site.ts'
import type { Place, SitePage } from './site-page.ts'
import { siteNaming } from './site-pages.ts'

/** The page of a proposal, with the digest by which anyone may check that it is the text people spoke about. */
export function measurePage(measure: Measure, chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const path = measurePath(chapter.id, measure.id, siteNaming)
  const order = edition.chapters.flatMap((each) =>
    each.measures.map((one): Place => ({ path: measurePath(each.id, one.id, siteNaming), title: fullTitle(one) })),
  )
  const rank = order.findIndex((place) => place.path === path)
  return {
    path,
    title: fullTitle(measure),
    description: plainText(measure.summary.nodes),
    trail: [homeOf(edition), { path: chapterPath(chapter.id, siteNaming), title: chapter.title }],
    previous: order[rank - 1] ?? null,
    next: order[rank + 1] ?? null,
    wide: false,
    main: [
      h('p', { className: ['over'] }, `${edition.words.proposal} ${measure.number}`),
      h('h1', measure.title),
      ...measureToHast(measure, pageAt(path, site)),
      h('p', { className: ['digest'] }, [labelled(edition.words.digest, edition.language), ' ', h('code', measure.normative)]),
    ],
  }
}
