import { type Chapter, type Edition, isLeaflet, type Measure } from '../edition/edition.ts'
import type { ShownImage } from '../images/image-findings.ts'
import { type Page, relativeHref, targetsOf, workId } from '../markup/page.ts'
import { bookPaths } from './book-page.ts'

/** An edition as a book, with the addresses of its pages relative to `EPUB/`. */
export interface EpubBook {
  readonly edition: Edition
  readonly chapter: (chapter: Chapter) => string
  readonly measure: (measure: Measure) => string
  readonly amendments: (measure: Measure) => string
  readonly pageAt: (path: string) => Page
}

/** Names the files of a book. Two names never differ by case only, which some disks ignore. */
export function epubBook(
  edition: Edition,
  imageOf: (asset: string) => ShownImage | undefined,
): EpubBook {
  const isGathered = isLeaflet(edition)
  const folders = plainNames()
  const chapters = new Map<string, string>()
  const measures = new Map<string, string>()
  const amended = new Map<string, string>()
  for (const { id, measures: own } of edition.chapters) {
    const folder = folders(id)
    const files = plainNames(['index'])
    const opening = `${folder}/index.xhtml`
    chapters.set(id, opening)
    for (const measure of own) {
      const file = files(measure.id)
      const anchor = `${opening}#${measureAnchor(measure)}`
      measures.set(measure.id, isGathered ? anchor : `${folder}/${file}.xhtml`)
      amended.set(measure.id, `_amendments/${folder}--${file}.xhtml`)
    }
  }
  const addressIn = (paths: ReadonlyMap<string, string>) => (printed: { readonly id: string }) =>
    paths.get(printed.id) ?? bookPaths.title
  const [chapter, measure] = [addressIn(chapters), addressIn(measures)]
  const targetOf = targetsOf(edition, {
    chapter,
    heading: (owner, heading) => `${chapter(owner)}#${heading}`,
    measure,
    section: (owner, section, within) =>
      `${isGathered ? chapter(within) : measure(owner)}#${sectionAnchor(owner, section)}`,
    work: (id) => `${bookPaths.bibliography}#${workId(id)}`,
  })
  const pageAt = (path: string): Page => ({
    edition,
    dialect: 'epub',
    shift: 0,
    hrefOf: (target) => {
      const to = targetOf(target)
      return to && relativeHref(path, to)
    },
    srcOf: (asset) => {
      const image = imageOf(asset)
      return image === undefined ? null : relativeHref(path, image.path)
    },
    sectionId: sectionAnchor,
  })
  return { edition, chapter, measure, amendments: addressIn(amended), pageAt }
}

export function measureAnchor(measure: Measure): string {
  return `m${measure.number}`
}

function sectionAnchor(measure: Measure, section: string) {
  return `s${measure.number}-${section}`
}

function plainNames(taken: readonly string[] = []): (id: string) => string {
  const used = new Set(taken)
  return (id) => {
    const name = plainName(id)
    let free = name
    for (let nth = 2; used.has(free.toLowerCase()); nth++) free = `${name}-${nth}`
    used.add(free.toLowerCase())
    return free
  }
}

/** A file name valid on every system: at most 80 unaccented letters, digits and `-`. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'texte' : plain
}
