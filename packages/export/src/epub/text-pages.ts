import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Chapter, chapterLabel, chapterTitle } from '../edition/chapter.ts'
import { type Edition, isLeaflet } from '../edition/edition.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { notices, over } from '../markup/heading.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { notesToHast } from '../markup/notes-to-hast.ts'
import { ownLanguage, type Page } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { type EpubAddresses, measureAnchor } from './book-addresses.ts'
import type { BookPage } from './book-page.ts'

/**
 * The files of a chapter (an axis). A leaflet has one, with the introduction and all proposals;
 * other editions have one for the introduction and one per proposal.
 */
export function* textPages(
  chapter: Chapter,
  edition: Edition,
  at: EpubAddresses,
  pageAt: (path: string) => Page,
): Generator<BookPage> {
  const path = at.chapter(chapter)
  const page = pageAt(path)
  const gathered = isLeaflet(edition)
  yield file(
    path,
    chapterTitle(chapter),
    edition.kind === 'book' || chapter.number === 0 ? 'chapter' : 'part',
    [
      ...chapterHead(chapter, edition),
      ...flowToHast(chapter.introduction, page, scopeOf(chapter, edition), 1),
      ...notesToHast(chapter.notes, page, scopeOf(chapter, edition)),
      ...(gathered
        ? chapter.measures.map((measure) =>
            gatheredMeasure(measure, edition, { ...page, shift: 1 }),
          )
        : []),
    ],
  )
  if (gathered) return
  for (const measure of chapter.measures)
    yield measurePage(measure, edition, at, pageAt(at.measure(measure)))
}

function chapterHead(chapter: Chapter, edition: Edition): ElementContent[] {
  return [
    ...over(chapterLabel(chapter, edition)),
    h('h1', ownLanguage(chapter.lang, 'epub'), chapter.title),
    ...notices(edition),
    ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
  ]
}

function measurePage(measure: Measure, edition: Edition, at: EpubAddresses, page: Page): BookPage {
  const path = at.measure(measure)
  return file(path, measureTitle(measure), 'chapter', [
    h('p', { className: ['over'] }, `${edition.words.proposal} ${measure.number}`),
    h('h1', measure.title),
    ...notices(edition),
    ...amendmentsLink(measure, edition, at),
    ...measureToHast(measure, page),
  ])
}

function amendmentsLink(measure: Measure, edition: Edition, at: EpubAddresses): Element[] {
  const { length } = measure.amendments
  if (length === 0) return []
  const href = relativeHref(at.measure(measure), at.amendments(measure))
  return [
    h(
      'p',
      { className: ['status'] },
      h('a', { href }, `${edition.words.pendingAmendments} (${length})`),
    ),
  ]
}

function gatheredMeasure(measure: Measure, edition: Edition, page: Page): Element {
  return h('section', { className: ['one'], id: measureAnchor(measure) }, [
    h('p', { className: ['over'] }, `${edition.words.proposal} ${measure.number}`),
    h('h2', measure.title),
    ...measureToHast(measure, page).map((node) => withOwnNotes(node, measure, edition)),
  ])
}

/** In a file with several proposals, labels each list of notes with the number of its proposal. */
function withOwnNotes(node: ElementContent, measure: Measure, edition: Edition): ElementContent {
  if (node.type !== 'element' || node.properties.role !== 'doc-endnotes') return node
  return {
    ...node,
    properties: { ...node.properties, ariaLabel: `${edition.words.notes}, §${measure.number}` },
  }
}

/**
 * Prefix of the note ids of an introduction: the chapter number in a book; `a` and the axis number
 * in a programme, where proposals use their own number.
 */
function scopeOf(chapter: Chapter, edition: Edition): string {
  return edition.kind === 'book' ? String(chapter.number) : `a${chapter.number}`
}

function file(
  path: string,
  title: string,
  kind: 'part' | 'chapter',
  body: ElementContent[],
): BookPage {
  return {
    path,
    title,
    properties: [],
    body: [h('section', { role: `doc-${kind}`, 'epub:type': kind, ariaLabel: title }, body)],
  }
}
