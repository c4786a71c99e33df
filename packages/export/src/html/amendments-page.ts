import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  amendedPlace,
  amendmentTitle,
  type Edition,
  type InlineNode,
  type Measure,
  measuresOf,
  measureTitle,
  nameAlone,
  type PrintedAmendment,
  rewritten,
  showBreaks,
} from '../edition/edition.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { fileLink, heading, measureLink, type Page } from '../markup/page.ts'
import {
  freeFolder,
  homeOf,
  listEntry,
  menuPage,
  ownName,
  ownPage,
  pageAt,
  type Site,
  type SitePage,
} from './site.ts'

export function amendmentsPath(measure: Measure, edition: Edition): string {
  return `${freeFolder(ownName('amendements', edition), edition)}/${measure.id}.html`
}

/** The page of amendments to a proposal: reasons, and texts side by side. */
export function amendmentsPage(measure: Measure, site: Site): SitePage {
  const { edition } = site
  const { amendments } = edition.words
  const path = amendmentsPath(measure, edition)
  const page = pageAt(path, site)
  return {
    path,
    title: `${amendments}, ${measureTitle(measure)}`,
    trail: [homeOf(edition), { path: ownPage('amendements', edition), title: amendments }],
    sheets: ['amendement'],
    main: [
      h('p.over', amendments),
      h('h1', measureLink(measure.id, measureTitle(measure), page)),
      ...measure.amendments.map((amendment) => amendmentToHast(amendment, page)),
    ],
  }
}

/** A page that lists the proposals with pending amendments, then a page for each proposal. */
export function* allAmendmentsPages(site: Site): Generator<SitePage> {
  const { edition } = site
  const path = ownPage('amendements', edition)
  const amended = measuresOf(edition).filter(({ amendments }) => amendments.length > 0)
  const entries = amended.map((measure) => {
    const names = measure.amendments.map(({ byName, example }) =>
      nameAlone(byName, example, edition.words),
    )
    const title = fileLink(path, amendmentsPath(measure, edition), measure.title)
    return listEntry(title, [...new Set(names)].join(', '), measure.number)
  })
  yield* menuPage(path, edition.words.amendments, ['mesure'], site, () => [
    h('ol.measures', entries),
  ])
  for (const measure of amended) yield amendmentsPage(measure, site)
}

function amendmentToHast(amendment: PrintedAmendment, page: Page) {
  const { words } = page.edition
  return h('section', [
    heading(2, amendmentTitle(amendment, page.edition), { id: amendment.id }),
    ...amendment.fields.flatMap(({ label, nodes }) => [h('h3', label), sideBySide(nodes, page)]),
    ...amendment.blocks.flatMap((block) => [
      h('h3', amendedPlace(block, words)),
      block.added ? h('p.new', print(block.nodes, page)) : sideBySide(block.nodes, page),
    ]),
    amendment.reasons.length === 0 ? null : h('h3', words.reasons),
    flowToHast(amendment.reasons, page, 'm', 3),
  ])
}

function sideBySide(nodes: readonly InlineNode[], page: Page): Element {
  const { words } = page.edition
  const side = (label: string, omitted: 'insertion' | 'deletion') => {
    const printed = print(
      rewritten(nodes, ({ type }) => (type === omitted ? [] : null)),
      page,
    )
    return h('div', [
      h('dt', label),
      h('dd', printed.length === 0 ? h('em', words.nothing) : printed),
    ])
  }
  return h('dl.pair', [side(words.currentText, 'insertion'), side(words.proposedText, 'deletion')])
}

function print(nodes: readonly InlineNode[], page: Page) {
  return inlineToHast(showBreaks(nodes), page, 'm')
}
