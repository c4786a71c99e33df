import { h } from 'hastscript'
import { type Edition, editionAndDay } from '../edition/edition.ts'
import { colophonToHast } from '../markup/colophon-to-hast.ts'
import { notices } from '../markup/notices.ts'
import type { Page } from '../markup/page.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { signatureToHast } from '../markup/signature-to-hast.ts'
import { worksToHast } from '../markup/works-to-hast.ts'
import type { BookPage } from './book-page.ts'
import { bookPages } from './book-pages.ts'
import { stancesByMeasure } from './stances-by-measure.ts'

/** Publisher, title, edition and day: those that there are. */
export function titlePage(edition: Edition): BookPage {
  const line = (text: string, properties = {}) => (text === '' ? [] : [h('p', properties, text)])
  const body = h('section', { className: ['title'], 'epub:type': 'titlepage' }, [
    ...line(edition.publisher),
    h('h1', edition.title || edition.name),
    ...line(edition.subtitle, { className: ['subtitle'] }),
    h('hr'),
    ...line(editionAndDay(edition)),
    ...notices(edition),
  ])
  return {
    path: bookPages.title,
    title: edition.title || edition.name,
    properties: [],
    body: [body],
  }
}

/** Where proposals stand and what members said, when there is anything to say. */
export function consensusText(edition: Edition, page: Page): BookPage[] {
  if (!edition.chapters.some((chapter) => chapter.measures.length > 0)) return []
  const { words } = edition
  const body = h('section', [
    h('h1', words.consensus),
    ...notices(edition),
    h('p', words.consensusIntro),
    h('h2', words.progress),
    progressToHast(edition),
    h('h2', words.collectives),
    ...stancesByMeasure(page),
  ])
  return [{ path: bookPages.consensus, title: words.consensus, properties: ['svg'], body: [body] }]
}

/** Where a charter is signed. */
export function signatureText(edition: Edition, page: Page): BookPage[] {
  if (edition.kind !== 'charter') return []
  const { signature } = edition.words
  return [
    {
      path: bookPages.signature,
      title: signature,
      properties: [],
      body: [signatureToHast({ ...page, shift: 1 })],
    },
  ]
}

/** The works cited, when there are any. */
export function bibliographyText(edition: Edition, page: Page): BookPage[] {
  if (edition.bibliography.length === 0) return []
  const { bibliography } = edition.words
  const body = h(
    'section',
    { role: 'doc-bibliography', 'epub:type': 'bibliography', ariaLabel: bibliography },
    [h('h1', bibliography), worksToHast(page)],
  )
  return [{ path: bookPages.bibliography, title: bibliography, properties: [], body: [body] }]
}

/** Publisher, licence and contact. */
export function colophonText(edition: Edition): BookPage {
  const { colophon } = edition.words
  const body = h(
    'section',
    { role: 'doc-colophon', 'epub:type': 'colophon', ariaLabel: colophon },
    [h('h1', colophon), colophonToHast(edition)],
  )
  return { path: bookPages.colophon, title: colophon, properties: [], body: [body] }
}
