import type { Edition, Exporter, Material, OutputFile } from '../edition.ts'
import { shownImages } from '../markup/shown-images.ts'
import { addresseesPage } from './addressees-page.ts'
import { chapterPage } from './chapter-page.ts'
import { consensusPage } from './consensus-page.ts'
import { feed } from './feed.ts'
import { homePage } from './home-page.ts'
import { horizonsPage } from './horizons-page.ts'
import { measurePage } from './measure-page.ts'
import { onePage } from './one-page.ts'
import type { Site } from './site.ts'
import { renderSitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'
import { sourcesPage } from './sources-page.ts'
import { stylesheet } from './stylesheet.ts'

/** The edition as a static site under `site/`: no script, no font, nothing from elsewhere; its home page is `site/index.html`. */
export const htmlExporter: Exporter = { format: 'html', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const site: Site = { edition, images: shownImages(edition, material) }
  const pages = [
    homePage(site),
    ...edition.chapters.flatMap((chapter) => [
      chapterPage(chapter, site),
      ...chapter.measures.map((measure) => measurePage(measure, chapter, site)),
    ]),
    addresseesPage(site),
    horizonsPage(site),
    consensusPage(site),
    sourcesPage(site),
    onePage(site),
  ]
  const images = new Map([...site.images.values()].map((image) => [image.path, image.bytes]))
  return [
    ...pages.map((page) => renderSitePage(page, edition)),
    feed(edition),
    { path: `site/${sitePages.style}`, bytes: new TextEncoder().encode(stylesheet(edition)) },
    ...[...images].map(([path, bytes]) => ({ path: `site/${path}`, bytes })),
  ]
}
