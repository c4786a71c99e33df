import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import type { Edition } from '../edition.ts'
import { languageOf } from '../language.ts'
import { colophonToHast } from '../markup/colophon-to-hast.ts'
import { consensusToHast, legendToHast } from '../markup/consensus-to-hast.ts'
import type { Page } from '../markup/page.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { worksToHast } from '../markup/works-to-hast.ts'
import { type BookPage, bookNotices } from './book-page.ts'
import { bookPages } from './book-pages.ts'

/** Title, publisher, edition and day. */
export function titlePage(edition: Edition): BookPage {
  const { words } = edition
  const body = h('section', { className: ['title'], 'epub:type': 'titlepage' }, [
    h('p', edition.publisher),
    h('h1', edition.title),
    h('p', `${words.edition} ${edition.edition}, ${dayInWords(edition.date, languageOf(edition.language))}`),
    ...bookNotices(edition),
  ])
  return { path: bookPages.title, title: edition.title, properties: [], body: [body] }
}

/** Where proposals stand and what members said, when there is anything to say. */
export function consensusText(edition: Edition, page: Page): BookPage[] {
  if (!edition.chapters.some((chapter) => chapter.measures.length > 0)) return []
  const { words } = edition
  const body = h('section', [
    h('h1', words.consensus),
    ...bookNotices(edition),
    h('p', words.consensusIntro),
    h('h2', words.progress),
    progressToHast(edition),
    h('h2', words.collectives),
    legendToHast(edition),
    consensusToHast(page),
  ])
  return [{ path: bookPages.consensus, title: words.consensus, properties: ['svg'], body: [body] }]
}

/** The works cited, when there are any. */
export function bibliographyText(edition: Edition, page: Page): BookPage[] {
  if (edition.bibliography.length === 0) return []
  const { bibliography } = edition.words
  const body = h('section', { role: 'doc-bibliography', 'epub:type': 'bibliography', ariaLabel: bibliography }, [
    h('h1', bibliography),
    worksToHast(page),
  ])
  return [{ path: bookPages.bibliography, title: bibliography, properties: [], body: [body] }]
}

/** Publisher, licence and contact. */
export function colophonText(edition: Edition): BookPage {
  const { colophon } = edition.words
  const body = h('section', { role: 'doc-colophon', 'epub:type': 'colophon', ariaLabel: colophon }, [
    h('h1', colophon),
    colophonToHast(edition),
  ])
  return { path: bookPages.colophon, title: colophon, properties: [], body: [body] }
}
