import { h } from 'hastscript'
import {
  type Chapter,
  chapterLabel,
  chapterTitle,
  type Edition,
  isLeaflet,
} from '../edition/edition.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { flowToHast, notesToHast } from '../markup/flow-to-hast.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { fileLink, notices, ownLanguage, type Page, unlessEmpty } from '../markup/page.ts'
import { type EpubAddresses, measureAnchor } from './book-addresses.ts'
import { type BookPage, sectionPage } from './book-page.ts'

/**
 * The files of a chapter: one for its introduction, then one per proposal. In a leaflet (a short
 * edition), a single file.
 */
export function* textPages(
  chapter: Chapter,
  edition: Edition,
  at: EpubAddresses,
  pageAt: (path: string) => Page,
): Generator<BookPage> {
  const path = at.chapter(chapter)
  const page = pageAt(path)
  const isGathered = isLeaflet(edition)
  // The prefix of note ids. That of a proposal is its number, so an axis has another prefix.
  const scope = edition.kind === 'book' ? String(chapter.number) : `a${chapter.number}`
  const kind = edition.kind === 'book' || chapter.number === 0 ? 'chapter' : 'part'
  const gathered = isGathered ? chapter.measures : []
  yield sectionPage(path, chapterTitle(chapter), kind, [
    unlessEmpty('p.over', chapterLabel(chapter, edition)),
    h('h1', ownLanguage(chapter.lang, 'epub'), chapter.title),
    notices(edition),
    unlessEmpty('p.question', chapter.question),
    ...flowToHast(chapter.introduction, page, scope, 1),
    ...notesToHast(chapter.notes, page, scope),
    ...gathered.map((measure) =>
      h('section.one', { id: measureAnchor(measure) }, [
        h('p.over', numberLabel(measure, edition)),
        h('h2', measure.title),
        ...measureToHast(measure, { ...page, shift: 1 }),
      ]),
    ),
  ])
  if (isGathered) return
  for (const measure of chapter.measures)
    yield measurePage(measure, edition, at, pageAt(at.measure(measure)))
}

function measurePage(measure: Measure, edition: Edition, at: EpubAddresses, page: Page): BookPage {
  const path = at.measure(measure)
  const { length } = measure.amendments
  const pending = `${edition.words.pendingAmendments} (${length})`
  return sectionPage(path, measureTitle(measure), 'chapter', [
    h('p.over', numberLabel(measure, edition)),
    h('h1', measure.title),
    notices(edition),
    length === 0 ? null : h('p.status', fileLink(path, at.amendments(measure), pending)),
    ...measureToHast(measure, page),
  ])
}

function numberLabel({ number }: Measure, { words }: Edition): string {
  return `${words.proposal} ${number}`
}
