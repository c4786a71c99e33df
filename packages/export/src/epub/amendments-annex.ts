import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  amendedPlace,
  amendmentTitle,
  type InlineNode,
  labelled,
  measuresOf,
  measureTitle,
  type PrintedAmendment,
  showBreaks,
} from '../edition/edition.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { fileLink, notices, type Page } from '../markup/page.ts'
import type { EpubBook } from './book-addresses.ts'
import { type BookPage, bookPaths, sectionPage } from './book-page.ts'

/** The annex of pending amendments: a list of proposals, then a file for each proposal. */
export function* amendmentPages({ edition, ...book }: EpubBook): Generator<BookPage> {
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
