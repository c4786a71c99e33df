import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type AmendedBlock,
  amendedPlace,
  amendmentTitle,
  type PrintedAmendment,
} from '../edition/amendment.ts'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { showBreaks } from '../edition/nodes.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { notices } from '../markup/heading.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import type { Page } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import type { EpubAddresses } from './book-addresses.ts'
import { type BookPage, bookPages } from './book-page.ts'

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
      h(
        'a',
        { href: relativeHref(bookPages.amendments, at.amendments(measure)) },
        measureTitle(measure),
      ),
      ` (${measure.amendments.length})`,
    ]),
  )
  yield file(bookPages.amendments, words.pendingAmendments, [
    h('h1', words.pendingAmendments),
    ...notices(edition),
    h('p', words.trackedKey),
    h('ul', { className: ['plain'] }, entries),
  ])
  for (const measure of amended)
    yield amendmentsOf(measure, edition, at, pageAt(at.amendments(measure)))
}

function amendmentsOf(measure: Measure, edition: Edition, at: EpubAddresses, page: Page): BookPage {
  const path = at.amendments(measure)
  return file(path, `${edition.words.amendments}\u00A0: ${measureTitle(measure)}`, [
    h('p', { className: ['over'] }, edition.words.pendingAmendments),
    h('h1', measure.title),
    ...notices(edition),
    h(
      'p',
      { className: ['status'] },
      h(
        'a',
        { href: relativeHref(path, at.measure(measure)) },
        `${edition.words.proposal} ${measure.number}`,
      ),
    ),
    ...measure.amendments.map((amendment) => amendmentToHast(amendment, edition, page)),
  ])
}

function amendmentToHast(amendment: PrintedAmendment, edition: Edition, page: Page): Element {
  const { words, language } = edition
  return h('section', { className: ['amendment'] }, [
    h('h2', amendmentTitle(amendment, edition)),
    ...amendment.fields.map((field) =>
      h('p', [
        h('em', labelled(field.label, language)),
        ' ',
        ...inlineToHast(field.nodes, page, 'm'),
      ]),
    ),
    ...amendment.blocks.map((block) => h('p', blockToHast(block, page))),
    ...(amendment.reasons.length === 0
      ? []
      : [h('h3', words.reasons), ...flowToHast(amendment.reasons, page, 'm', 3)]),
  ])
}

function blockToHast(block: AmendedBlock, page: Page): ElementContent[] {
  const place = amendedPlace(block, page.edition.words)
  return [
    h('span', { className: ['no'] }, place),
    { type: 'text', value: ' ' },
    ...inlineToHast(showBreaks(block.nodes), page, 'm'),
  ]
}

function file(path: string, title: string, body: ElementContent[]): BookPage {
  return {
    path,
    title,
    properties: [],
    body: [h('section', { role: 'doc-appendix', 'epub:type': 'appendix', ariaLabel: title }, body)],
  }
}
