import type { Heading } from 'mdast'
import type { Chapter, CrossTarget, Edition, Measure } from '../edition/edition.ts'
import { isLeaflet } from '../edition/is-leaflet.ts'
import { workId } from '../markup/page.ts'
import { bookPages } from './book-pages.ts'
import { plainName } from './plain-name.ts'

/** Where everything stands in the book, relative to `EPUB/`. */
export interface BookAddresses {
  readonly chapter: (chapter: Chapter) => string
  readonly measure: (measure: Measure) => string
  /** The page of a proposal's amendments. */
  readonly amendments: (measure: Measure) => string
  /** Where a link inside the programme leads; `null` when this edition has no such thing. */
  readonly target: (target: CrossTarget) => string | null
}

/** Names without accents, none twice even where only case tells two apart: a reader may unpack the book on any disk. */
export function bookAddresses(edition: Edition): BookAddresses {
  const folders = plainNames()
  const chapters = new Map<string, string>()
  const measures = new Map<string, string>()
  const amended = new Map<string, string>()
  const sections = new Map<string, string>()
  for (const chapter of edition.chapters) {
    const folder = folders(chapter.id)
    const files = plainNames(['index'])
    const opening = `${folder}/index.xhtml`
    chapters.set(chapter.id, opening)
    for (const measure of chapter.measures) {
      const file = files(measure.id)
      const path = isLeaflet(edition) ? opening : `${folder}/${file}.xhtml`
      measures.set(measure.id, isLeaflet(edition) ? `${opening}#${measureAnchor(measure)}` : path)
      amended.set(measure.id, `_amendments/${folder}--${file}.xhtml`)
      for (const { id } of measure.sections) sections.set(`${measure.id}\n${id}`, `${path}#${sectionAnchor(measure, id)}`)
    }
  }
  const works = new Set(edition.bibliography.map(({ id }) => id))
  return {
    chapter: ({ id }) => chapters.get(id) ?? bookPages.title,
    measure: ({ id }) => measures.get(id) ?? bookPages.title,
    amendments: ({ id }) => amended.get(id) ?? bookPages.title,
    target: (target) => {
      if (target.kind === 'work') return works.has(target.id) ? `${bookPages.bibliography}#${workId(target.id)}` : null
      if (target.kind === 'chapter') return chapters.get(target.id) ?? null
      if (edition.kind === 'book' && target.kind === 'section') return `${chapters.get(target.id) ?? bookPages.title}#${target.section}`
      const whole = measures.get(target.id) ?? chapters.get(target.id) ?? null
      return target.kind === 'section' ? (sections.get(`${target.id}\n${target.section}`) ?? whole) : whole
    },
  }
}

/** The headings of a book's chapter that can be led to, in print order. */
export function headingsOf(chapter: Chapter): readonly (Heading & { readonly data: { readonly id: string } })[] {
  return chapter.introduction.filter(
    (node): node is Heading & { data: { id: string } } => node.type === 'heading' && Boolean(node.data?.id),
  )
}

/** Id of a proposal in a file that holds several. */
export function measureAnchor(measure: Measure): string {
  return `m${measure.number}`
}

/** Id of a section of a proposal, told apart from those of its neighbours. */
export function sectionAnchor(measure: Measure, section: string): string {
  return `s${measure.number}-${section}`
}

/** Gives each id a name of its own; `taken` are those already in use. */
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
