import type { Element } from 'hast'
import { h } from 'hastscript'
import { measuresOf } from '../edition/edition.ts'
import { type Measure, measureTitle, type PrintedRequest } from '../edition/measure.ts'
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
  const asked = measuresOf(edition).flatMap((measure) =>
    measure.requests.map((request) => ({ measure, request })),
  )
  const groups = edition.addressees
    .map(({ id, title }) => ({
      id,
      title,
      own: asked.filter(({ request }) => request.addressee === id),
    }))
    .filter(({ own }) => own.length > 0)
    .map(({ own, ...group }) => ({
      ...group,
      measures: [...new Set(own.map(({ measure }) => measure))],
      content: (page: Page) => h('dl.asked', addressedRequests(own, page)),
    }))
  const folder = ownName('destinataires', edition)
  return groupedPages(
    folder,
    ownPage('destinataires', edition),
    byAddressee,
    requests,
    groups,
    site,
  )
}

interface AddressedRequest {
  readonly measure: Measure
  readonly request: PrintedRequest
}

function addressedRequests(asked: readonly AddressedRequest[], page: Page): Element[] {
  return asked.flatMap(({ measure, request: { number, nodes } }, index) => {
    const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
    const text = h('dd', [
      h('a.no', { href: `${href}#${blockId(number)}` }, `§${number}`),
      ' ',
      ...inlineToHast(nodes, page, String(measure.number)),
    ])
    return asked[index - 1]?.measure === measure
      ? [text]
      : [h('dt', h('a', { href }, measureTitle(measure))), text]
  })
}

/** A page that lists the horizons (time frames), then a page for each. « None » comes last. */
export function horizonPages(site: Site): SitePage[] {
  const { edition } = site
  const { byHorizon, noHorizon } = edition.words
  const measures = measuresOf(edition)
  const isKnown = (id: string) => edition.horizons.some((horizon) => horizon.id === id)
  const groups = [...edition.horizons, { id: '-', title: noHorizon }]
    .map(({ id, title }) => ({
      id,
      title,
      measures: measures.filter(({ horizon }) => (id === '-' ? !isKnown(horizon) : horizon === id)),
    }))
    .filter((group) => group.measures.length > 0)
    .map((group) => ({ ...group, content: (page: Page) => measureList(group.measures, page) }))
  return groupedPages('horizons', sitePages.horizons, byHorizon, byHorizon, groups, site)
}

interface MeasureGroup {
  readonly id: string
  readonly title: string
  readonly measures: readonly Measure[]
  readonly content: (page: Page) => Element | null
}

/** The page `index`, which lists the groups, then a page for each. `over` is above its title. */
function groupedPages(
  name: string,
  index: string,
  title: string,
  over: string,
  groups: readonly MeasureGroup[],
  site: Site,
): SitePage[] {
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
