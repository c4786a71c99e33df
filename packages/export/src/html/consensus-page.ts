import { type Child, h } from 'hastscript'
import type { Overview } from '../edition/edition.ts'
import { measuresOf } from '../edition/edition.ts'
import { measureTitle } from '../edition/measure.ts'
import { worksToHast } from '../markup/back-matter-to-hast.ts'
import { consensusToHast, legendToHast } from '../markup/consensus-to-hast.ts'
import { statementToHast } from '../markup/measure-to-hast.ts'
import { measureLink, type Page } from '../markup/page.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { menuPage, type Site, type SitePage, sitePages } from './site.ts'

/** Statuses, blocking objections, lapsed rounds and stances, and the stance of each member. */
export function consensusPage(site: Site): SitePage {
  const { edition } = site
  const { words } = edition
  const overview = edition.overview ?? edition
  return menuPage(sitePages.consensus, words.consensus, ['consensus'], site, (page) => [
    h('p.lede', words.consensusIntro),
    edition.overview === null ? null : h('p', words.overview),
    h('h2', words.progress),
    progressToHast(edition, overview),
    ...blockedToHast(page, overview),
    ...lapsedToHast(page, overview),
    ...(overview.collectives.length === 0
      ? []
      : [
          h('h2', words.collectives),
          legendToHast(edition, overview),
          consensusToHast(page, overview),
        ]),
  ])
}

/** The bibliography: level of evidence of each work, and its citations. */
export function sourcesPage(site: Site): SitePage {
  const { sources } = site.edition.words
  return menuPage(sitePages.sources, sources, ['sources'], site, (page) => [worksToHast(page)])
}

function blockedToHast(page: Page, overview: Overview): Child[] {
  const entries = measuresOf(overview)
    .filter(({ status }) => status === 'blocked')
    .flatMap((measure) => [
      h('h3', measureLink(measure.id, measureTitle(measure), page)),
      ...measure.dissent
        .filter(({ stance }) => stance === 'objection')
        .map((statement) => statementToHast(statement, page.edition)),
    ])
  return entries.length === 0 ? [] : [h('h2', page.edition.words.blocked), entries]
}

function lapsedToHast(page: Page, overview: Overview): Child[] {
  const entries = measuresOf(overview).flatMap((measure) => {
    const own = overview.fallen.filter((one) => one.measure === measure.id)
    return own.length === 0
      ? []
      : [
          h('dt', measureLink(measure.id, measureTitle(measure), page)),
          ...own.map(({ label }) => h('dd', label)),
        ]
  })
  return entries.length === 0 ? [] : [h('h2', page.edition.words.fallen), h('dl', entries)]
}
