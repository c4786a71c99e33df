import { h } from 'hastscript'
import { blockedToHast } from '../markup/blocked-to-hast.ts'
import { consensusToHast, legendToHast } from '../markup/consensus-to-hast.ts'
import { fallenToHast } from '../markup/fallen-to-hast.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/**
 * Where all proposals stand, what blocks some of them and what fell, and what each member said of
 * each.
 */
export function consensusPage(site: Site): SitePage {
  const { edition } = site
  const { words } = edition
  // Where the edition prints a part only, the others are in sight all the same.
  const overview = edition.overview ?? edition
  const path = sitePages.consensus
  const page = pageAt(path, site)
  return {
    path,
    title: words.consensus,
    sheets: ['consensus'],
    main: [
      h('h1', words.consensus),
      h('p', { className: ['lede'] }, words.consensusIntro),
      ...(edition.overview === null ? [] : [h('p', words.overview)]),
      h('h2', words.progress),
      progressToHast(edition, overview),
      ...blockedToHast(page, overview),
      ...fallenToHast(page, overview),
      ...(overview.collectives.length === 0
        ? []
        : [
            h('h2', words.collectives),
            legendToHast(edition, overview),
            consensusToHast(page, overview),
          ]),
    ],
  }
}
