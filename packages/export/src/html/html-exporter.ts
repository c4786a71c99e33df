import type { Edition, Exporter, Material, OutputFile } from '../edition.ts'
import { isLeaflet } from '../markup/is-leaflet.ts'
import { shownImages } from '../markup/shown-images.ts'
import { addresseePages } from './addressee-pages.ts'
import { amendmentsIndexPage, amendmentsPage } from './amendments-page.ts'
import { changesPage } from './changes-page.ts'
import { chapterPage } from './chapter-page.ts'
import { consensusPage } from './consensus-page.ts'
import { feed } from './feed.ts'
import { homePage } from './home-page.ts'
import { horizonPages } from './horizon-pages.ts'
import { measurePage } from './measure-page.ts'
import { onePage } from './one-page.ts'
import { openSite, type Site } from './site.ts'
import { renderSitePage, type SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'
import { sourcesPage } from './sources-page.ts'
import { stylesheet } from './stylesheets.ts'
import { wordPages } from './word-pages.ts'

/** The edition as a static site under `site/`, or as one page: no script, no font, nothing from elsewhere; what one opens is `site/index.html`. */
export const htmlExporter: Exporter = { format: 'html', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const site = openSite(edition, shownImages(edition, material))
  const alone = isLeaflet(edition)
  const pages = alone ? [onePage(sitePages.home, site)] : pagesOf(site)
  const sheets = new Set(pages.flatMap((page) => page.sheets))
  const images = new Map([...site.images.values()].map((image) => [image.path, image.bytes]))
  return [
    ...pages.map((page) => renderSitePage(page, site)),
    ...(alone ? [] : [feed(edition)]),
    ...(['style', ...sheets] as const).map((sheet) => ({
      path: `site/${sheet}.css`,
      bytes: new TextEncoder().encode(stylesheet(sheet, edition)),
    })),
    ...[...images].map(([path, bytes]) => ({ path: `site/${path}`, bytes })),
  ]
}

function pagesOf(site: Site): SitePage[] {
  const { chapters, changes } = site.edition
  const measures = chapters.flatMap((chapter) => chapter.measures)
  const amended = measures.filter((measure) => measure.amendments.length > 0)
  const has = (path: string) => site.places.some((place) => place.path === path)
  return [
    homePage(site),
    ...chapters.flatMap((chapter) => [
      chapterPage(chapter, site),
      ...chapter.measures.map((measure) => measurePage(measure, chapter, site)),
    ]),
    ...(has(sitePages.addressees) ? addresseePages(site) : []),
    ...(has(sitePages.horizons) ? horizonPages(site) : []),
    ...(has(sitePages.consensus) ? [consensusPage(site)] : []),
    ...(amended.length > 0 ? [amendmentsIndexPage(site), ...amended.map((measure) => amendmentsPage(measure, site))] : []),
    ...(changes === null ? [] : [changesPage(changes, site)]),
    ...(has(sitePages.sources) ? [sourcesPage(site)] : []),
    ...wordPages(site),
    onePage(sitePages.onePage, site),
  ]
}
