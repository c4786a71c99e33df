import type { Exporter, Material, OutputFile } from '../edition/edition.ts'
import { type Edition, isLeaflet, measuresOf } from '../edition/edition.ts'
import { shownImages } from '../images/image-findings.ts'
import { amendmentsIndexPage, amendmentsPage } from './amendments-page.ts'
import { changesPage } from './changes-page.ts'
import { chapterPage } from './chapter-page.ts'
import { consensusPage, sourcesPage } from './consensus-page.ts'
import { feed } from './feed.ts'
import { homePage } from './home-page.ts'
import { addresseePages, horizonPages } from './index-pages.ts'
import { measurePage } from './measure-page.ts'
import { onePage } from './one-page.ts'
import { openSite, ownName, ownPage, type Site, type SitePage, sitePages } from './site.ts'
import { renderSitePage } from './site-page.ts'
import { type SheetName, stylesheet } from './stylesheets.ts'
import { transmissionsPage } from './transmissions-page.ts'
import { wordPages } from './word-pages.ts'

/** The edition as a static site under `site/`, or as one page. Loads nothing from elsewhere. */
export const htmlExporter: Exporter = { format: 'html', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const site = openSite(edition, shownImages(edition, material), material.formats)
  const isAlone = isLeaflet(edition)
  const pages: OutputFile[] = []
  const sheets = new Set<SheetName>(['style'])
  // One page at a time: the trees of all pages would fill the memory of an old computer.
  for (const page of isAlone ? [onePage(sitePages.home, site)] : pagesOf(site)) {
    pages.push(renderSitePage(page, site))
    for (const sheet of page.sheets) sheets.add(sheet)
  }
  // By path, as two assets may be the same image.
  const images = new Map([...site.images.values()].map((image) => [image.path, image.bytes]))
  return [
    ...pages,
    ...(isAlone ? [] : [feed(edition)]),
    ...[...sheets].map((sheet) => ({
      path: `site/${ownName(sheet, edition)}.css`,
      bytes: new TextEncoder().encode(stylesheet(sheet, edition)),
    })),
    ...[...images].map(([path, bytes]) => ({ path: `site/${path}`, bytes })),
  ]
}

function* pagesOf(site: Site): Generator<SitePage> {
  const { edition } = site
  const { chapters, changes } = edition
  const amended = measuresOf(edition).filter(({ amendments }) => amendments.length > 0)
  const has = (path: string) => site.menu.some((link) => link.path === path)
  yield homePage(site)
  for (const chapter of chapters) {
    yield chapterPage(chapter, site)
    for (const measure of chapter.measures) yield measurePage(measure, chapter, site)
  }
  if (has(ownPage('destinataires', edition))) yield* addresseePages(site)
  if (has(sitePages.horizons)) yield* horizonPages(site)
  if (has(sitePages.consensus)) yield consensusPage(site)
  if (amended.length > 0) yield amendmentsIndexPage(site)
  for (const measure of amended) yield amendmentsPage(measure, site)
  if (changes !== null) yield changesPage(changes, site)
  if (has(sitePages.transmissions)) yield transmissionsPage(site)
  if (has(sitePages.sources)) yield sourcesPage(site)
  yield* wordPages(site)
  yield onePage(ownPage('tout', edition), site)
}
