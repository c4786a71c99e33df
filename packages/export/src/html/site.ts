import type { Edition, Measure } from '../edition.ts'
import { relativeHref, targetPath } from '../markup/addresses.ts'
import type { Page } from '../markup/page.ts'
import type { ShownImage } from '../markup/shown-images.ts'
import type { Place } from './site-page.ts'
import { siteNaming } from './site-pages.ts'

/** What every page of the site is made from. */
export interface Site {
  readonly edition: Edition
  readonly images: ReadonlyMap<string, ShownImage>
}

/** The markup of one page of the site: links lead to the other pages. */
export function pageAt(path: string, site: Site): Page {
  return {
    edition: site.edition,
    dialect: 'html',
    shift: 0,
    hrefOf: (target) => {
      const to = targetPath(site.edition, target, siteNaming)
      return to === null ? null : relativeHref(path, to)
    },
    srcOf: (asset) => {
      const image = site.images.get(asset)
      return image === undefined ? null : relativeHref(path, image.path)
    },
    sectionId: (_, section) => section,
  }
}

/** The home page, as the first step of a trail. */
export function homeOf(edition: Edition): Place {
  return { path: 'index.html', title: edition.title }
}

/** Number and title of a proposal, where it is named on other pages. */
export function fullTitle(measure: Measure): string {
  return `${measure.number}. ${measure.title}`
}
