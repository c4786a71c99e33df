import { h } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition, Labelled } from '../edition/edition.ts'
import { type Measure, measureTitle, type PrintedRequest } from '../edition/measure.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { blockId } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { measureList } from './chapter-page.ts'
import { homeOf, type PageLink, pageAt, type Site, type SitePage } from './site.ts'
import { freeFolder, ownName, ownPage, sitePages } from './site-pages.ts'

/** A page for each addressee of a request, under a page that lists them. */
export function addresseePages(site: Site): SitePage[] {
  const { edition } = site
  const asked = edition.chapters.flatMap((chapter) =>
    chapter.measures.flatMap((measure) =>
      measure.requests.map((request) => ({ measure, request })),
    ),
  )
  const groups = edition.addressees
    .map((addressee) => ({
      addressee,
      own: asked.filter(({ request }) => request.addressee === addressee.id),
    }))
    .filter(({ own }) => own.length > 0)
  if (groups.length === 0) return []
  const entries = groups.map(({ addressee, own }) => ({
    path: pathOf(addressee, edition),
    title: addressee.title,
    measures: [...new Set(own.map(({ measure }) => measure))],
  }))
  return [
    indexPage(ownPage('destinataires', edition), edition.words.byAddressee, entries),
    ...groups.map(({ addressee, own }) => addresseePage(addressee, own, site)),
  ]
}

interface AddressedRequest {
  readonly measure: Measure
  readonly request: PrintedRequest
}

function addresseePage(
  addressee: Labelled,
  asked: readonly AddressedRequest[],
  site: Site,
): SitePage {
  const { edition } = site
  const path = pathOf(addressee, edition)
  const page = pageAt(path, site)
  const entries = asked.flatMap(({ measure, request }, index) => {
    const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
    const number = h(
      'a',
      { className: ['no'], href: `${href}#${blockId(request.number)}` },
      `§${request.number}`,
    )
    const text = h('dd', [
      number,
      ' ',
      ...inlineToHast(request.nodes, page, String(measure.number)),
    ])
    return asked[index - 1]?.measure === measure
      ? [text]
      : [h('dt', h('a', { href }, measureTitle(measure))), text]
  })
  return {
    path,
    title: addressee.title,
    trail: [
      homeOf(edition),
      { path: ownPage('destinataires', edition), title: edition.words.byAddressee },
    ],
    sheets: ['mesure'],
    main: [
      h('p', { className: ['over'] }, edition.words.requests),
      h('h1', addressee.title),
      h('dl', { className: ['asked'] }, entries),
    ],
  }
}

function pathOf(addressee: Labelled, edition: Edition): string {
  return `${freeFolder(ownName('destinataires', edition), edition)}/${addressee.id}.html`
}

/** A page for each horizon, under a page that lists them; proposals without horizon come last. */
export function horizonPages(site: Site): SitePage[] {
  const { edition } = site
  const measures = measuresOf(edition)
  const known = edition.horizons.map((horizon) => ({
    ...horizon,
    own: measures.filter((measure) => measure.horizon === horizon.id),
  }))
  const silent = measures.filter(
    (measure) => !edition.horizons.some(({ id }) => id === measure.horizon),
  )
  if (known.every(({ own }) => own.length === 0)) return []
  const groups = [...known, { id: '-', title: edition.words.noHorizon, own: silent }].filter(
    ({ own }) => own.length > 0,
  )
  const folder = freeFolder('horizons', edition)
  const pages = groups.map(({ id, title, own }): SitePage => {
    const path = `${folder}/${id}.html`
    return {
      path,
      title,
      trail: [homeOf(edition), { path: sitePages.horizons, title: edition.words.byHorizon }],
      sheets: ['mesure'],
      main: [
        h('p', { className: ['over'] }, edition.words.byHorizon),
        h('h1', title),
        measureList(own, pageAt(path, site)),
      ],
    }
  })
  const entries = groups.map(({ id, title, own }) => ({
    path: `${folder}/${id}.html`,
    title,
    measures: own,
  }))
  return [indexPage(sitePages.horizons, edition.words.byHorizon, entries), ...pages]
}

function indexPage(
  path: string,
  title: string,
  entries: readonly (PageLink & { readonly measures: readonly Measure[] })[],
): SitePage {
  const items = entries.map((entry) =>
    h('li', [
      h('p', h('a', { href: relativeHref(path, entry.path) }, entry.title)),
      h('p', entry.measures.map(({ number }) => `§${number}`).join(', ')),
    ]),
  )
  return {
    path,
    title,
    sheets: ['mesure'],
    main: [h('h1', title), h('ul', { className: ['measures'] }, items)],
  }
}
