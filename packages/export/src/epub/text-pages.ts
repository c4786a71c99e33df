import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Chapter, Edition, Measure } from '../edition.ts'
import { chapterPath, measurePath } from '../markup/addresses.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { notesToHast } from '../markup/notes-to-hast.ts'
import type { Page } from '../markup/page.ts'
import { type BookPage, bookNotices } from './book-page.ts'
import { bookNaming } from './book-pages.ts'

/** The file that opens an axis: its question and its introduction. */
export function chapterText(chapter: Chapter, edition: Edition, page: Page): BookPage {
  const scope = `a${chapter.number}`
  const body = [
    h('p', { className: ['over'] }, `${edition.words.axis} ${chapter.number}`),
    h('h1', chapter.title),
    ...bookNotices(edition),
    ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
    ...flowToHast(chapter.introduction, page, scope, 1),
    ...notesToHast(chapter.notes, page, scope),
  ]
  return file(chapterPath(chapter.id, bookNaming), `${chapter.number}. ${chapter.title}`, 'part', body)
}

/** The file of a proposal. */
export function measureText(measure: Measure, chapter: Chapter, edition: Edition, page: Page): BookPage {
  const body = [
    h('p', { className: ['over'] }, `${edition.words.proposal} ${measure.number}`),
    h('h1', measure.title),
    ...bookNotices(edition),
    ...measureToHast(measure, page),
  ]
  return file(measurePath(chapter.id, measure.id, bookNaming), `${measure.number}. ${measure.title}`, 'chapter', body)
}

function file(path: string, title: string, kind: 'part' | 'chapter', body: ElementContent[]): BookPage {
  return { path, title, properties: [], body: [h('section', { role: `doc-${kind}`, 'epub:type': kind, ariaLabel: title }, body)] }
}
