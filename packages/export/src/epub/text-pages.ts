import { h } from 'hastscript'
import {
  type Chapter,
  chapterTitle,
  isLeaflet,
  type Measure,
  measureTitle,
} from '../edition/edition.ts'
import { chapterTopToHast } from '../markup/chapter-top-to-hast.ts'
import { notesToHast } from '../markup/flow-to-hast.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { fileLink, notices } from '../markup/page.ts'
import { type EpubBook, measureAnchor } from './book-addresses.ts'
import { type BookPage, sectionPage } from './book-page.ts'

/**
 * The files of a chapter: one for its introduction, then one per proposal. A leaflet (a short
 * edition) has one file per chapter.
 */
export function* textPages(chapter: Chapter, book: EpubBook): Generator<BookPage> {
  const { edition } = book
  const { measures, number } = chapter
  const page = book.pageAt(book.chapter(chapter))
  const isBook = edition.kind === 'book'
  const isGathered = isLeaflet(edition)
  // The prefix of note ids. Axis 3 has the prefix `a3`, because proposal 3 has `3`.
  const scope = isBook ? String(number) : `a${number}`
  const kind = isBook || number === 0 ? 'chapter' : 'part'
  const over = (measure: Measure) => h('p.over', `${edition.words.proposal} ${measure.number}`)
  yield sectionPage(book.chapter(chapter), chapterTitle(chapter), kind, [
    ...chapterTopToHast(chapter, page, scope, 1, { notice: notices(edition) }),
    notesToHast(chapter.notes, page, scope),
    (isGathered ? measures : []).map((measure) =>
      h('section.one', { id: measureAnchor(measure) }, [
        over(measure),
        h('h2', measure.title),
        measureToHast(measure, { ...page, shift: 1 }),
      ]),
    ),
  ])
  for (const measure of isGathered ? [] : measures) {
    const path = book.measure(measure)
    const { length } = measure.amendments
    const pending = `${edition.words.pendingAmendments} (${length})`
    yield sectionPage(path, measureTitle(measure), 'chapter', [
      over(measure),
      h('h1', measure.title),
      notices(edition),
      length === 0 ? null : h('p.status', fileLink(path, book.amendments(measure), pending)),
      measureToHast(measure, book.pageAt(path)),
    ])
  }
}
