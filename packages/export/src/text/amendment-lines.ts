import { amendedPlace, amendmentTitle, type PrintedAmendment } from '../edition/amendment.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { showBreaks } from '../edition/nodes.ts'
import { blockLines } from './block-lines.ts'
import { flowLines } from './flow-lines.ts'
import { inlineText } from './inline-text.ts'
import { barePage, numberedPage } from './page.ts'

/**
 * A wish to change a proposal: who, when, why, then each block with what would go and what would
 * come, in words.
 */
export function amendmentLines(amendment: PrintedAmendment, edition: Edition): string[][] {
  const { words, language } = edition
  const page = numberedPage(edition, '')
  return [
    blockLines(labelled(amendmentTitle(amendment, edition), language), barePage(edition)),
    ...flowLines(amendment.reasons, { ...barePage(edition), indent: 4 }),
    ...amendment.fields.map(({ label, nodes }) =>
      blockLines(`${labelled(label, language)} ${inlineText(nodes, edition)}`, page),
    ),
    ...amendment.blocks.map((block) => {
      const text = inlineText(showBreaks(block.nodes), edition)
      const named = block.added || block.place !== undefined
      return named
        ? blockLines(`${labelled(amendedPlace(block, words), language)} ${text}`, page)
        : blockLines(text, page, block.number)
    }),
  ]
}
