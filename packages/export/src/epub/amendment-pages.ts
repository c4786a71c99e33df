import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { measuresOf } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import {
  amendedPlace,
  amendmentTitle,
  type Measure,
  measureTitle,
  type PrintedAmendment,
} from '../edition/measure.ts'
import { showBreaks } from '../edition/nodes.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { fileLink, notices, type Page } from '../markup/page.ts'
import type { EpubAddresses } from './book-addresses.ts'
import { type BookPage, bookPages, sectionPage } from './book-page.ts'

/** The annex of pending amendments: a list of proposals, and a file for each. */
export function* amendmentPages(
  edition: Edition,
  at: EpubAddresses,
  pageAt: (path: string) => Page,
): Generator<BookPage> {
  const amended = measuresOf(edition).filter(({ amendments }) => amendments.length > 0)
  if (amended.length === 0) return
  const { words } = edition
  const entries = amended.map((measure) =>
    h('li', [
      fileLink(bookPages.amendments, at.amendments(measure), measureTitle(measure)),
      ` (${measure.amendments.length})`,
    ]),
  )
  yield file(bookPages.amendments, words.pendingAmendments, [
    h('h1', words.pendingAmendments),
    notices(edition),
    h('p', words.trackedKey),
    h('ul.plain', entries),
  ])
  for (const measure of amended)
    yield amendmentsOf(measure, edition, at, pageAt(at.amendments(measure)))
}

function amendmentsOf(measure: Measure, edition: Edition, at: EpubAddresses, page: Page): BookPage {
  const path = at.amendments(measure)
  const { words } = edition
  const back = fileLink(path, at.measure(measure), `${words.proposal} ${measure.number}`)
  return file(path, `${words.amendments}\u00A0: ${measureTitle(measure)}`, [
    h('p.over', words.pendingAmendments),
    h('h1', measure.title),
    notices(edition),
    h('p.status', back),
    ...measure.amendments.map((amendment) => amendmentToHast(amendment, edition, page)),
  ])
}

function amendmentToHast(amendment: PrintedAmendment, edition: Edition, page: Page): Element {
  const { words, language } = edition
  return h('section.amendment', [
    h('h2', amendmentTitle(amendment, edition)),
    ...amendment.fields.map(({ label, nodes }) =>
      h('p', h('em', labelled(label, language)), ' ', inlineToHast(nodes, page, 'm')),
    ),
    ...amendment.blocks.map((block) =>
      h(
        'p',
        h('span.no', amendedPlace(block, words)),
        ' ',
        inlineToHast(showBreaks(block.nodes), page, 'm'),
      ),
    ),
    amendment.reasons.length === 0 ? null : h('h3', words.reasons),
    ...flowToHast(amendment.reasons, page, 'm', 3),
  ])
}

function file(path: string, title: string, body: Child[]): BookPage {
  return sectionPage(path, title, 'appendix', body)
}
