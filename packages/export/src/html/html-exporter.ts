import {
  type Edition,
  type Exporter,
  isLeaflet,
  type Material,
  measuresOf,
  type OutputFile,
  textFile,
} from '../edition/edition.ts'
import { shownImages } from '../images/image-findings.ts'
import { allAmendmentsPages } from './amendments-page.ts'
import { chapterPage, homePage, measurePage } from './chapter-pages.ts'
import { feed } from './feed.ts'
import { addresseePages, horizonPages } from './index-pages.ts'
import { changesPage, consensusPage, sourcesPage, transmissionsPage } from './menu-pages.ts'
import { onePage } from './one-page.ts'
import { openSite, ownName, ownPage, type Site, type SitePage, sitePages } from './site.ts'
import { renderSitePage } from './site-page.ts'
import { type SheetName, stylesheet } from './stylesheets.ts'
import { wordPages } from './word-index-pages.ts'

/** The edition as a static site under `site/`; a leaflet (a short edition) as a single page. */
export const htmlExporter: Exporter = { format: 'html', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const site = siteOf(edition, material)
  const isAlone = isLeaflet(edition)
  const pages: OutputFile[] = []
  const sheets = new Set<SheetName>(['style'])
  // One page at a time: all trees together would fill the memory of an old computer.
  for (const page of isAlone ? [onePage(sitePages.home, site)] : pagesOf(site)) {
    pages.push(renderSitePage(page, site))
    for (const sheet of page.sheets) sheets.add(sheet)
  }
  // Two assets may be the same image, with one path.
  const images = new Map([...site.images.values()].map((image) => [image.path, image.bytes]))
  return [
    ...pages,
    ...(isAlone ? [] : [feed(edition)]),
    ...[...sheets].map((sheet) =>
      textFile(`site/${ownName(sheet, edition)}.css`, stylesheet(sheet, edition)),
    ),
    ...[...images].map(([path, bytes]) => ({ path: `site/${path}`, bytes })),
  ]
}

/** The data shared by all pages of an edition. Only the pictures in `pictured` are shown. */
export function siteOf(edition: Edition, material: Material, pictured = edition): Site {
  const menu = isLeaflet(edition) ? [] : partsOf(edition).map(([path, title]) => ({ path, title }))
  return openSite(edition, shownImages(pictured, material), menu, material.formats)
}

function* pagesOf(site: Site): Generator<SitePage> {
  for (const [, , pages] of partsOf(site.edition)) yield* pages(site)
}

type SitePart = readonly [path: string, title: string, pages: (site: Site) => Iterable<SitePage>]

function partsOf(edition: Edition): readonly SitePart[] {
  const { words, horizons, bibliography, transmissions } = edition
  const measures = measuresOf(edition)
  const isAsked = edition.kind !== 'dossier' && measures.some(({ requests }) => requests.length > 0)
  const hasHorizon = horizons.some(({ id }) => measures.some(({ horizon }) => horizon === id))
  const isAmended = measures.some(({ amendments }) => amendments.length > 0)
  const path = (name: Parameters<typeof ownPage>[0]) => ownPage(name, edition)
  const parts: readonly (readonly [isWanted: boolean, ...SitePart])[] = [
    [true, sitePages.home, words.home, textPages],
    [isAsked, path('destinataires'), words.byAddressee, addresseePages],
    [hasHorizon, sitePages.horizons, words.byHorizon, horizonPages],
    [measures.length > 0, sitePages.consensus, words.consensus, consensusPage],
    [isAmended, path('amendements'), words.amendments, allAmendmentsPages],
    [edition.changes !== null, path('changements'), words.changes, changesPage],
    [transmissions.length > 0, sitePages.transmissions, words.transmissions, transmissionsPage],
    [bibliography.length > 0, sitePages.sources, words.sources, sourcesPage],
    [true, path('mots'), words.wordIndex, wordPages],
    [true, path('tout'), words.onePage, (site) => [onePage(path('tout'), site)]],
  ]
  return parts.flatMap(([isWanted, ...part]) => (isWanted ? [part] : []))
}

function* textPages(site: Site): Generator<SitePage> {
  yield homePage(site)
  for (const chapter of site.edition.chapters) {
    yield chapterPage(chapter, site)
    for (const measure of chapter.measures) yield measurePage(measure, chapter, site)
  }
}
