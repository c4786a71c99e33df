import { h } from 'hastscript'
import type { Chapter } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { fileLink } from '../markup/page.ts'
import { amendmentsPath } from './amendments-page.ts'
import {
  beside,
  chapterPath,
  homeOf,
  measurePath,
  pageAt,
  type Site,
  type SitePage,
} from './site.ts'

/** The page of a proposal, with the digest of its text. */
export function measurePage(measure: Measure, chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const { words, language } = edition
  const path = measurePath(chapter.id, measure.id)
  const pending = measure.amendments.length
  return {
    path,
    title: measureTitle(measure),
    trail: [homeOf(edition), { path: chapterPath(chapter.id), title: chapter.title }],
    ...beside(path, site.order),
    sheets: ['mesure'],
    main: [
      h('p.over', `${words.proposal} ${measure.number}`),
      h('h1', measure.title),
      pending === 0
        ? null
        : h('p.status', [
            fileLink(path, amendmentsPath(measure, edition), words.pendingAmendments),
            `${labelled('', language)} ${pending}`,
          ]),
      ...measureToHast(measure, pageAt(path, site)),
      h('p.digest', [labelled(words.digest, language), ' ', h('code', measure.normative)]),
    ],
  }
}
