import { languageOfTag } from '@cahier/core'
import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type CrossTarget, chapterTitle, type Edition, measureTitle } from '../edition/edition.ts'
import type { ShownImage } from '../images/image-findings.ts'
import { type Page, relativeHref, type TargetAddresses, targetsOf, workId } from '../markup/page.ts'
import type { SheetName } from './stylesheets.ts'

/** The data shared by all pages of the site. */
export interface Site {
  readonly edition: Edition
  readonly images: ReadonlyMap<string, ShownImage>
  /** Links to the pages of the menu. Empty for a leaflet, a short edition of one page. */
  readonly menu: readonly PageLink[]
  /** Links to the EPUB and the ODT of this edition, outside the folder of the site. */
  readonly documents: readonly PageLink[]
  /** The address of a link target from the root of the site; `null` when it is not printed. */
  readonly pathOf: (target: CrossTarget) => string | null
  /** The pages of proposals (of chapters in a book), in print order. */
  readonly order: readonly PageLink[]
}

export function openSite(
  edition: Edition,
  images: Site['images'],
  menu: Site['menu'],
  formats: readonly string[] = [],
): Site {
  return {
    edition,
    images,
    menu,
    documents: (['epub', 'odt'] as const)
      .filter((format) => formats.includes(format))
      .map((format) => ({ path: `../${edition.name}.${format}`, title: edition.words[format] })),
    pathOf: targetsOf(edition, NAMING),
    order: orderOf(edition),
  }
}

const NAMING: TargetAddresses = {
  chapter: ({ id }) => chapterPath(id),
  heading: ({ id }, heading) => `${chapterPath(id)}#${heading}`,
  measure: ({ id }, chapter) => measurePath(chapter.id, id),
  section: ({ id }, section, chapter) => `${measurePath(chapter.id, id)}#${section}`,
  work: (id) => `${sitePages.sources}#${workId(id)}`,
}

function orderOf({ kind, chapters }: Edition): PageLink[] {
  if (kind === 'book')
    return chapters.map((one) => ({ path: chapterPath(one.id), title: chapterTitle(one) }))
  return chapters.flatMap(({ id, measures }) =>
    measures.map((one) => ({ path: measurePath(id, one.id), title: measureTitle(one) })),
  )
}

/** The markup settings of the page at `path`: links lead to other pages of the site. */
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

/**
 * A page of the menu, alone in an array. It has the title, then the elements that `content`
 * returns.
 */
export function menuPage(
  path: string,
  title: string,
  sheets: SitePage['sheets'],
  site: Site,
  content: (page: Page) => Child[],
): readonly [SitePage] {
  return [{ path, title, sheets, main: [h('h1', title), ...content(pageAt(path, site))] }]
}

/** A list item: a title, and a line about it below. `value` is its number in the list. */
export function listEntry(title: Child, about: string, value?: number): Element {
  return h('li', { value }, [h('p', title), h('p', about)])
}

export function homeOf(edition: Edition): PageLink {
  return { path: sitePages.home, title: edition.title }
}

/** The pages before and after `path` in `order`; none when `path` is not there. */
export function previousAndNext(
  path: string,
  order: readonly PageLink[],
): Pick<SitePage, 'previous' | 'next'> {
  const rank = order.findIndex((place) => place.path === path)
  return rank < 0 ? {} : { previous: order[rank - 1], next: order[rank + 1] }
}

/** The content of a page, without the shared frame. */
export interface SitePage {
  readonly path: string
  readonly title: string
  /** The pages above this one, home first; none for a page of the menu. */
  readonly trail?: readonly PageLink[]
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly sheets: readonly SheetName[]
  readonly main: readonly Child[]
}

export interface PageLink {
  readonly path: string
  readonly title: string
}

/** Paths that are the same in every language. Published addresses never change. */
export const sitePages = {
  home: 'index.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  transmissions: 'transmissions.html',
  sources: 'sources.html',
  feed: 'atom.xml',
} as const

/** The path of a page whose name is in the language of the edition. */
export function ownPage(page: OwnName, edition: Pick<Edition, 'language'>): string {
  return `${ownName(page, edition)}.html`
}

/** The name of a page, folder or style sheet in the language of the edition. */
export function ownName(name: OwnName, { language }: Pick<Edition, 'language'>): string {
  return languageOfTag(language) === 'fr' ? name : ENGLISH[name]
}

type OwnName = keyof typeof ENGLISH

const ENGLISH = {
  tout: 'all',
  destinataires: 'recipients',
  amendements: 'amendments',
  changements: 'changes',
  mots: 'words',
  autres: 'others',
  titre: 'title',
  mesure: 'measure',
  amendement: 'amendment',
  papier: 'paper',
  style: 'style',
  consensus: 'consensus',
  sources: 'sources',
} as const

export function chapterPath(chapter: string): string {
  return `${chapter}/index.html`
}

/**
 * The path of a proposal, the same in every edition. A proposal with the id `index` is at
 * `index-.html`, because `index.html` is the page of its axis.
 */
export function measurePath(chapter: string, measure: string): string {
  return `${chapter}/${measure === 'index' ? 'index-' : measure}.html`
}

/** The folder `name`, with hyphens added until no axis has that id. */
export function freeFolder(name: string, edition: Edition): string {
  return edition.chapters.some(({ id }) => id === name) ? freeFolder(`${name}-`, edition) : name
}
