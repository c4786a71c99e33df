import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type AmendedBlock,
  type AmendedField,
  amendedPlace,
  amendmentTitle,
  type PrintedAmendment,
} from '../edition/amendment.ts'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { type InlineNode, rewritten, showBreaks } from '../edition/nodes.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { heading } from '../markup/heading.ts'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import type { Page } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { homeOf, pageAt, type Site, type SitePage } from './site.ts'
import { freeFolder, ownName, ownPage } from './site-pages.ts'

export function amendmentsPath(measure: Measure, edition: Edition): string {
  return `${freeFolder(ownName('amendements', edition), edition)}/${measure.id}.html`
}

/** The amendments to a proposal: reasons, and changes side by side. */
export function amendmentsPage(measure: Measure, site: Site): SitePage {
  const { edition } = site
  const path = amendmentsPath(measure, edition)
  const page = pageAt(path, site)
  const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
  return {
    path,
    title: `${edition.words.amendments}, ${measureTitle(measure)}`,
    trail: [
      homeOf(edition),
      { path: ownPage('amendements', edition), title: edition.words.amendments },
    ],
    sheets: ['amendement'],
    main: [
      h('p', { className: ['over'] }, edition.words.amendments),
      h('h1', h('a', { href }, measureTitle(measure))),
      ...measure.amendments.map((amendment) => amendmentToHast(amendment, page, 2)),
    ],
  }
}

/** The proposals with pending amendments, and their authors. */
export function amendmentsIndexPage(site: Site): SitePage {
  const { edition } = site
  const path = ownPage('amendements', edition)
  const { amendments } = edition.words
  const items = measuresOf(edition)
    .filter((measure) => measure.amendments.length > 0)
    .map((measure) => {
      const names = measure.amendments.map(({ byName, example }) =>
        nameAlone(byName, example, edition.words),
      )
      return h('li', { value: measure.number }, [
        h(
          'p',
          h('a', { href: relativeHref(path, amendmentsPath(measure, edition)) }, measure.title),
        ),
        h('p', [...new Set(names)].join(', ')),
      ])
    })
  return {
    path,
    title: amendments,
    sheets: ['mesure'],
    main: [h('h1', amendments), h('ol', { className: ['measures'] }, items)],
  }
}

/** `level`: of the heading. */
function amendmentToHast(amendment: PrintedAmendment, page: Page, level: number): Element {
  const { words } = page.edition
  return h('section', [
    heading(level, amendmentTitle(amendment, page.edition), { id: amendment.id }),
    ...amendment.fields.flatMap((field) => fieldToHast(field, page, level + 1)),
    ...amendment.blocks.flatMap((block) => blockToHast(block, page, level + 1)),
    ...(amendment.reasons.length === 0
      ? []
      : [
          heading(level + 1, words.reasons),
          ...flowToHast(amendment.reasons, page, 'm', level + 1),
        ]),
  ])
}

function fieldToHast({ label, nodes }: AmendedField, page: Page, level: number): Element[] {
  return [heading(level, label), sideBySide(nodes, page)]
}

function blockToHast(block: AmendedBlock, page: Page, level: number): Element[] {
  const { added, nodes } = block
  const title = heading(level, amendedPlace(block, page.edition.words))
  return [
    title,
    added ? h('p', { className: ['new'] }, print(nodes, page)) : sideBySide(nodes, page),
  ]
}

function sideBySide(nodes: readonly InlineNode[], page: Page): Element {
  const { words } = page.edition
  const side = (label: string, left: 'insertion' | 'deletion') => {
    const printed = print(
      rewritten(nodes, ({ type }) => (type === left ? [] : null)),
      page,
    )
    return h('div', [
      h('dt', label),
      h('dd', printed.length === 0 ? h('em', words.nothing) : printed),
    ])
  }
  return h('dl', { className: ['pair'] }, [
    side(words.currentText, 'insertion'),
    side(words.proposedText, 'deletion'),
  ])
}

function print(nodes: readonly InlineNode[], page: Page): ElementContent[] {
  return inlineToHast(showBreaks(nodes), page, 'm')
}
