import { STANCE_KINDS } from '@cahier/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  amendedPlace,
  amendmentTitle,
  type Edition,
  editionAndDay,
  hasColophon,
  type InlineNode,
  isLeaflet,
  labelled,
  type Measure,
  measuresOf,
  measureTitle,
  nameAlone,
  type PrintedAmendment,
  showBreaks,
  sinceEditionLabel,
} from '../edition/edition.ts'
import { colophonToHast, worksToHast } from '../markup/back-matter-to-hast.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { signatureToHast } from '../markup/measure-to-hast.ts'
import { progressToHast } from '../markup/overview-to-hast.ts'
import { fileLink, measureLink, notices, type Page, unlessEmpty } from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import type { EpubBook } from './book-addresses.ts'
import { type BookPage, bookPaths, sectionPage } from './book-page.ts'

/** The title page. */
export function titlePage(edition: Edition): BookPage {
  const title = edition.title || edition.name
  const body = h('section.title', { 'epub:type': 'titlepage' }, [
    unlessEmpty('p', edition.publisher),
    h('h1', title),
    unlessEmpty('p.subtitle', edition.subtitle),
    h('hr'),
    unlessEmpty('p', editionAndDay(edition)),
    notices(edition),
  ])
  return { path: bookPaths.title, title, properties: [], body: [body] }
}

/** The files after the texts, from the changes to the colophon. */
export function* backMatter(book: EpubBook): Generator<BookPage> {
  const { edition, pageAt } = book
  const { words } = edition
  const isWhole = !isLeaflet(edition)
  if (isWhole && edition.changes !== null) yield changesText(edition, pageAt(bookPaths.changes))
  if (isWhole && measuresOf(edition).length > 0)
    yield consensusText(edition, pageAt(bookPaths.consensus))
  if (edition.kind === 'charter') {
    const body = [signatureToHast({ ...pageAt(bookPaths.signature), shift: 1 })]
    yield { path: bookPaths.signature, title: words.signature, properties: [], body }
  }
  if (isWhole) yield* amendmentPages(book)
  if (edition.bibliography.length > 0)
    yield sectionPage(bookPaths.bibliography, words.bibliography, 'bibliography', [
      h('h1', words.bibliography),
      worksToHast(pageAt(bookPaths.bibliography)),
    ])
  if (hasColophon(edition))
    yield sectionPage(bookPaths.colophon, words.colophon, 'colophon', [
      h('h1', words.colophon),
      colophonToHast(edition),
    ])
}

function changesText(edition: Edition, page: Page): BookPage {
  const { changes, words } = edition
  const body = h('section', { ariaLabel: words.changes }, [
    h('h1', words.changes),
    notices(edition),
    changes && h('p.lede', sinceEditionLabel(changes, edition)),
    flowToHast(changes?.words ?? [], page, 'c', 1),
    unlessEmpty(
      'ul.plain',
      (changes?.measures ?? []).map((change) => {
        const title = measureTitle(change)
        const link = change.kind === 'left' ? change.title : measureLink(change.id, title, page)
        return h('li', [h('p', link), h('p.about', change.sentence)])
      }),
    ),
  ])
  return { path: bookPaths.changes, title: words.changes, properties: [], body: [body] }
}

/** Stances are written in sentences, because a table would be too wide for a phone. */
function consensusText(edition: Edition, page: Page): BookPage {
  const { words } = edition
  const body = h('section', [
    h('h1', words.consensus),
    notices(edition),
    h('p', words.consensusIntro),
    h('h2', words.progress),
    progressToHast(edition),
    h('h2', words.collectives),
    ...edition.chapters
      .filter(({ measures }) => measures.length > 0)
      .flatMap(({ title, measures }) => [
        h('h3', title),
        ...measures.map((measure) => stancesOnMeasure(measure, page)),
      ]),
  ])
  return { path: bookPaths.consensus, title: words.consensus, properties: ['svg'], body: [body] }
}

function stancesOnMeasure(measure: Measure, page: Page) {
  const { edition } = page
  const title = `${measure.number}. ${withoutFullStop(measure.title)}`
  return h('div.said', [
    h('p', [measureLink(measure.id, title, page), `, ${measure.statusLabel}.`]),
    [...namesByStance(measure, edition)].map(([label, names]) =>
      h('p', [h('em', labelled(label, edition.language)), ` ${names.join(', ')}.`]),
    ),
  ])
}

function namesByStance({ id }: Measure, { words, collectives }: Edition): Map<string, string[]> {
  const byLabel = new Map<string, string[]>()
  for (const kind of [...STANCE_KINDS, undefined])
    for (const { name, example, stances, unasked } of collectives) {
      const stance = stances[id]
      if (stance?.stance !== kind || (stance === undefined && unasked.includes(id))) continue
      const label = stance?.stale ? `${stance.label}, ${words.stale}` : stance?.label
      const names = byLabel.get(label ?? words.silent) ?? []
      byLabel.set(label ?? words.silent, [...names, nameAlone(name, example, words)])
    }
  return byLabel
}

function* amendmentPages({ edition, ...book }: EpubBook): Generator<BookPage> {
  const amended = measuresOf(edition).filter(({ amendments }) => amendments.length > 0)
  if (amended.length === 0) return
  const { words } = edition
  const entries = amended.map((measure) =>
    h('li', [
      fileLink(bookPaths.amendments, book.amendments(measure), measureTitle(measure)),
      ` (${measure.amendments.length})`,
    ]),
  )
  yield sectionPage(bookPaths.amendments, words.pendingAmendments, 'appendix', [
    h('h1', words.pendingAmendments),
    notices(edition),
    h('p', words.trackedKey),
    h('ul.plain', entries),
  ])
  for (const measure of amended) {
    const path = book.amendments(measure)
    const page = book.pageAt(path)
    const title = `${words.amendments}\u00A0: ${measureTitle(measure)}`
    const back = fileLink(path, book.measure(measure), `${words.proposal} ${measure.number}`)
    yield sectionPage(path, title, 'appendix', [
      h('p.over', words.pendingAmendments),
      h('h1', measure.title),
      notices(edition),
      h('p.status', back),
      measure.amendments.map((amendment) => amendmentToHast(amendment, page)),
    ])
  }
}

function amendmentToHast(amendment: PrintedAmendment, page: Page): Element {
  const { words, language } = page.edition
  const line = (label: Element, nodes: readonly InlineNode[]) =>
    h('p', label, ' ', inlineToHast(nodes, page, 'm'))
  return h('section.amendment', [
    h('h2', amendmentTitle(amendment, page.edition)),
    amendment.fields.map(({ label, nodes }) => line(h('em', labelled(label, language)), nodes)),
    amendment.blocks.map((block) =>
      line(h('span.no', amendedPlace(block, words)), showBreaks(block.nodes)),
    ),
    amendment.reasons.length === 0 ? null : h('h3', words.reasons),
    flowToHast(amendment.reasons, page, 'm', 3),
  ])
}
