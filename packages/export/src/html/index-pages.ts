import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Measure, measuresOf, measureTitle } from '../edition/edition.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { blockId, fileLink, type Page } from '../markup/page.ts'
import { measureList } from './chapter-pages.ts'
import {
  freeFolder,
  homeOf,
  listEntry,
  menuPage,
  ownName,
  ownPage,
  pageAt,
  type Site,
  type SitePage,
  sitePages,
} from './site.ts'

/** A page that lists the addressees of requests, then a page for each addressee. */
export function addresseePages(site: Site): SitePage[] {
  const { edition } = site
  const { requests, byAddressee } = edition.words
  const groups = edition.addressees.map(({ id, title }): MeasureGroup => {
    const measures = measuresOf(edition).filter((measure) =>
      measure.requests.some(({ addressee }) => addressee === id),
    )
    const content = (page: Page) =>
      h(
        'dl.asked',
        measures.flatMap((measure) => requestsTo(id, measure, page)),
      )
    return { id, title, measures, content }
  })
  const [folder, index] = [ownName('destinataires', edition), ownPage('destinataires', edition)]
  return groupedPages(folder, index, byAddressee, requests, groups, site)
}

function requestsTo(id: string, measure: Measure, page: Page): Element[] {
  const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
  const own = measure.requests.filter(({ addressee }) => addressee === id)
  return [
    h('dt', h('a', { href }, measureTitle(measure))),
    ...own.map(({ number, nodes }) =>
      h('dd', [
        h('a.no', { href: `${href}#${blockId(number)}` }, `§${number}`),
        ' ',
        ...inlineToHast(nodes, page, String(measure.number)),
      ]),
    ),
  ]
}

/** A page that lists the horizons (time frames), then a page for each. « None » comes last. */
export function horizonPages(site: Site): SitePage[] {
  const { edition } = site
  const { byHorizon, noHorizon } = edition.words
  const isKnown = (id: string) => edition.horizons.some((horizon) => horizon.id === id)
  const groups = [...edition.horizons, { id: '-', title: noHorizon }].map(
    ({ id, title }): MeasureGroup => {
      const measures = measuresOf(edition).filter(({ horizon }) =>
        id === '-' ? !isKnown(horizon) : horizon === id,
      )
      return { id, title, measures, content: (page) => measureList(measures, page) }
    },
  )
  return groupedPages('horizons', sitePages.horizons, byHorizon, byHorizon, groups, site)
}

interface MeasureGroup {
  readonly id: string
  readonly title: string
  readonly measures: readonly Measure[]
  readonly content: (page: Page) => Element | null
}

function groupedPages(
  name: string,
  index: string,
  title: string,
  over: string,
  all: readonly MeasureGroup[],
  site: Site,
): SitePage[] {
  const groups = all.filter(({ measures }) => measures.length > 0)
  const folder = freeFolder(name, site.edition)
  const pathOf = ({ id }: MeasureGroup) => `${folder}/${id}.html`
  const entries = groups.map((group) =>
    listEntry(
      fileLink(index, pathOf(group), group.title),
      group.measures.map(({ number }) => `§${number}`).join(', '),
    ),
  )
  return [
    ...menuPage(index, title, ['mesure'], site, () => [h('ul.measures', entries)]),
    ...groups.map((group): SitePage => {
      const path = pathOf(group)
      return {
        path,
        title: group.title,
        trail: [homeOf(site.edition), { path: index, title }],
        sheets: ['mesure'],
        main: [h('p.over', over), h('h1', group.title), group.content(pageAt(path, site))],
      }
    }),
  ]
}
