import type { ElementContent } from 'hast'
import { chapterTitle, measuresOf } from '../edition/chapter.ts'
import { type Edition, isLeaflet } from '../edition/edition.ts'
import { measureTitle } from '../edition/measure.ts'
import type { CrossTarget } from '../edition/nodes.ts'
import type { ShownImage } from '../images/image-findings.ts'
import { type Page, workId } from '../markup/page.ts'
import { type Naming, relativeHref, targetsOf } from '../markup/targets.ts'
import { chapterPath, measurePath, ownPage, sitePages } from './site-pages.ts'
import type { Sheet } from './stylesheets.ts'

/** What every page of the site is made from. */
export interface Site {
  readonly edition: Edition
  readonly images: ReadonlyMap<string, ShownImage>
  /**
   * The pages that lead to all others, home first: only those that have something to say. Empty for
   * a leaflet, which is one page.
   */
  readonly places: readonly Place[]
  /**
   * The same edition to be read elsewhere: its documents, which stand beside the folder of the
   * site.
   */
  readonly documents: readonly Place[]
  /**
   * Where a link inside the programme leads, relative to the root of the site; `null` when this
   * edition has no such thing.
   */
  readonly pathOf: (target: CrossTarget) => string | null
  /** The pages of proposals, in print order; for a book, of chapters. */
  readonly order: readonly Place[]
}

/** The edition and what its site is made of. */
export function openSite(
  edition: Edition,
  images: Site['images'],
  formats: readonly string[] = [],
): Site {
  const places = isLeaflet(edition) ? [] : placesOf(edition)
  const documents = (['epub', 'odt'] as const)
    .filter((format) => formats.includes(format))
    .map((format) => ({ path: `../${edition.name}.${format}`, title: edition.words[format] }))
  return {
    edition,
    images,
    places,
    documents,
    pathOf: targetsOf(edition, NAMING),
    order: orderOf(edition),
  }
}

const NAMING: Naming = {
  chapter: ({ id }) => chapterPath(id),
  heading: ({ id }, heading) => `${chapterPath(id)}#${heading}`,
  measure: ({ id }, chapter) => measurePath(chapter.id, id),
  section: ({ id }, section, chapter) => `${measurePath(chapter.id, id)}#${section}`,
  work: (id) => `${sitePages.sources}#${workId(id)}`,
}

function placesOf(edition: Edition): Place[] {
  const { words } = edition
  const measures = measuresOf(edition)
  const places: readonly (readonly [path: string, title: string, wanted: boolean])[] = [
    [sitePages.home, words.home, true],
    [
      ownPage('destinataires', edition),
      words.byAddressee,
      edition.kind !== 'dossier' && measures.some(({ requests }) => requests.length > 0),
    ],
    [
      sitePages.horizons,
      words.byHorizon,
      measures.some(({ horizon }) => edition.horizons.some(({ id }) => id === horizon)),
    ],
    [sitePages.consensus, words.consensus, measures.length > 0],
    [
      ownPage('amendements', edition),
      words.amendments,
      measures.some(({ amendments }) => amendments.length > 0),
    ],
    [ownPage('changements', edition), words.changes, edition.changes !== null],
    [sitePages.transmissions, words.transmissions, edition.transmissions.length > 0],
    [sitePages.sources, words.sources, edition.bibliography.length > 0],
    [ownPage('mots', edition), words.wordIndex, true],
    [ownPage('tout', edition), words.onePage, true],
  ]
  return places.filter(([, , wanted]) => wanted).map(([path, title]) => ({ path, title }))
}

function orderOf({ kind, chapters }: Edition): Place[] {
  if (kind === 'book')
    return chapters.map((chapter) => ({
      path: chapterPath(chapter.id),
      title: chapterTitle(chapter),
    }))
  return chapters.flatMap((chapter) =>
    chapter.measures.map((measure) => ({
      path: measurePath(chapter.id, measure.id),
      title: measureTitle(measure),
    })),
  )
}

/** The markup of one page of the site: links lead to the other pages. */
export function pageAt(path: string, site: Site): Page {
  return {
    edition: site.edition,
    dialect: 'html',
    shift: 0,
    hrefOf: (target) => {
      const to = site.pathOf(target)
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
  return { path: sitePages.home, title: edition.title }
}

/** The pages before and after this one in reading order. */
export function beside(path: string, order: readonly Place[]): Pick<SitePage, 'previous' | 'next'> {
  const rank = order.findIndex((place) => place.path === path)
  return rank < 0 ? {} : { previous: order[rank - 1], next: order[rank + 1] }
}

/** What a page of the site says, before the frame that all pages share. */
export interface SitePage {
  /** Relative to the root of the site. */
  readonly path: string
  readonly title: string
  /**
   * From the home page down to the page above this one; none for the pages that lead to all others.
   */
  readonly trail?: readonly Place[]
  readonly previous?: Place | undefined
  readonly next?: Place | undefined
  /** What it needs besides the sheet of every page. */
  readonly sheets: readonly Sheet[]
  readonly main: readonly ElementContent[]
}

/** A page to go to. */
export interface Place {
  readonly path: string
  readonly title: string
}
