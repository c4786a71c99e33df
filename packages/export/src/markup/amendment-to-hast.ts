import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type AmendedBlock,
  type AmendedField,
  amendedPlace,
  amendmentTitle,
  type PrintedAmendment,
} from '../edition/amendment.ts'
import { type InlineNode, showBreaks } from '../edition/nodes.ts'
import { rewritten } from '../kinds/rewritten.ts'
import { flowToHast } from './flow-to-hast.ts'
import { heading } from './heading.ts'
import { inlineToHast } from './inline-to-hast.ts'
import type { Page } from './page.ts'

/**
 * An amendment under who makes it and when: its reasons, then each passage as it is and as it would
 * be, side by side. `level` is that of its heading.
 */
export function amendmentToHast(amendment: PrintedAmendment, page: Page, level: number): Element {
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
