import type { Chapter } from '../edition/edition.ts'
import { type Edition, isLeaflet } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import type { CrossTarget } from '../edition/nodes.ts'
import { workId } from '../markup/page.ts'
import { targetsOf } from '../markup/targets.ts'
import { bookPages } from './book-page.ts'

/** The addresses of pages in the book, relative to `EPUB/`. */
export interface EpubAddresses {
  readonly chapter: (chapter: Chapter) => string
  readonly measure: (measure: Measure) => string
  readonly amendments: (measure: Measure) => string
  /** The address of a link target; `null` if it is not in this edition. */
  readonly target: (target: CrossTarget) => string | null
}

/** Names the files of a book. No two names differ only in case or accents, for any disk. */
export function epubAddresses(edition: Edition): EpubAddresses {
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
    paths.get(printed.id) ?? bookPages.title
  const [chapter, measure] = [addressIn(chapters), addressIn(measures)]
  return {
    chapter,
    measure,
    amendments: addressIn(amended),
    target: targetsOf(edition, {
      chapter,
      heading: (owner, heading) => `${chapter(owner)}#${heading}`,
      measure,
      section: (owner, section, within) =>
        `${isGathered ? chapter(within) : measure(owner)}#${sectionAnchor(owner, section)}`,
      work: (id) => `${bookPages.bibliography}#${workId(id)}`,
    }),
  }
}

export function measureAnchor(measure: Measure): string {
  return `m${measure.number}`
}

export function sectionAnchor(measure: Measure, section: string): string {
  return `s${measure.number}-${section}`
}

/** Returns a function that gives each id a unique name that is not in `taken`. */
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
