import { h } from 'hastscript'
import type { Edition, Labelled } from '../edition/edition.ts'
import { type Measure, measureTitle, type PrintedRequest } from '../edition/measure.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { blockId } from '../markup/page.ts'
import { freeFolder } from './free-folder.ts'
import { indexPage } from './index-page.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { ownName, ownPage } from './site-pages.ts'

/** A page for each of those of whom something is asked, under a page that lists them. */
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

interface Asked {
  readonly measure: Measure
  readonly request: PrintedRequest
}

function addresseePage(addressee: Labelled, asked: readonly Asked[], site: Site): SitePage {
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
