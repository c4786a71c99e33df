import { nameAlone } from '../compose/member-names.ts'
import { dayInWords } from '../day-in-words.ts'
import { amendedPlace } from '../edition/amended-place.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labelled.ts'
import type { PrintedAmendment } from '../edition/printed-amendment.ts'
import { seenBreaks } from '../edition/seen-breaks.ts'
import { blockLines } from './block-lines.ts'
import { flowLines } from './flow-lines.ts'
import { inlineText } from './inline-text.ts'
import { barePage, numberedPage } from './page.ts'

/** A wish to change a proposal: who, when, why, then each block with what would go and what would come, in words. */
export function amendmentLines(amendment: PrintedAmendment, edition: Edition): string[][] {
  const { words, language } = edition
  const name = nameAlone(amendment.byName, amendment.example, words)
  const said = [name, dayInWords(amendment.date, language)]
  const page = numberedPage(edition, '')
  return [
    blockLines(labelled(said.filter((part) => part !== '').join(', '), language), barePage(edition)),
    ...flowLines(amendment.reasons, { ...barePage(edition), indent: 4 }),
    ...amendment.fields.map(({ label, nodes }) => blockLines(`${labelled(label, language)} ${inlineText(nodes, edition)}`, page)),
    ...amendment.blocks.map((block) => {
      const text = inlineText(seenBreaks(block.nodes), edition)
      const named = block.added || block.place !== undefined
      return named ? blockLines(`${labelled(amendedPlace(block, words), language)} ${text}`, page) : blockLines(text, page, block.number)
    }),
  ]
}
