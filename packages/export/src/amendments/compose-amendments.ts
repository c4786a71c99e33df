import { type Amendment, markedTextOf, type Proposal } from '@cahier/core'
import { compareTexts, foldProse, type MarkedBlock, markedBlocks } from '@cahier/prose'
import type { AmendedBlock, PrintedAmendment } from '../edition/amendment.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { openNoteBook } from '../print/notes.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { type House, openPress, type Press } from '../print/press.ts'
import { printFlow } from '../print/print.ts'
import { amendedFields } from './amended-fields.ts'
import { changedInlines } from './changed-inlines.ts'
import { inlinesIn } from './inlines-in.ts'
import { type Place, type PrintedText, placesIn } from './places-in.ts'

/**
 * The amendments that wait on a printed text, by date, then by name: undecided, and with a certain
 * place in it.
 */
export function composeAmendments(
  proposal: Proposal,
  printed: PrintedText,
  house: ProgrammeHouse,
): readonly PrintedAmendment[] {
  const waiting = house.programme.amendments.filter(
    ({ amends, outcome }) => amends === proposal.id && outcome === '',
  )
  if (waiting.length === 0) return []
  const placeOf = placesIn(printed, quietPress(house, proposal.document, 'amendments'))
  return waiting
    .map((amendment): PrintedAmendment => {
      const { id, by, date } = amendment
      const { name, example } = house.names(by)
      const blocks = blocksOf(amendment, proposal, placeOf, house)
      return {
        id,
        by,
        byName: name,
        example,
        date,
        reasons: reasonsOf(amendment, house),
        blocks,
        fields: amendedFields(amendment, house),
      }
    })
    .filter(({ blocks, fields }) => blocks.length + fields.length > 0)
    .sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id))
}

function blocksOf(
  amendment: Amendment,
  proposal: Proposal,
  placeOf: (block: MarkedBlock) => Place,
  house: ProgrammeHouse,
): AmendedBlock[] {
  const marked = markedTextOf(amendment, house.programme)
  if (marked.trim() === '') return []
  const at = amendment.base === proposal.whole && amendment.at.length > 0 ? amendment.at : null
  const press = quietPress(house, proposal.document, `amendment ${amendment.id}`)
  return markedBlocks(proposal.document.text, marked, at).map((block): AmendedBlock => {
    const { ordinal, added, old, new: young } = block
    return {
      ...placeOf(block),
      ordinal,
      added,
      nodes: changedInlines(inlinesIn(old, press), inlinesIn(young, press)),
    }
  })
}

// A citation or a note is written out in brackets: an amendment is read apart from the notes of the
// text.
function quietPress(house: House, document: Proposal['document'], within: string): Press {
  const press = openPress(house, document, {
    notes: openNoteBook(),
    nextNumber: () => '',
    cite: () => {},
  })
  return { ...press, within: [within] }
}

function reasonsOf(amendment: Amendment, house: ProgrammeHouse): FlowNode[] {
  const { document } = amendment
  const text = foldProse(house.programme.manifest.amendmentSections.text)
  const press = quietPress(house, document, `reasons ${amendment.id}`)
  const nodes = (press.body?.sections ?? [])
    .filter(({ title }) => foldProse(title) !== text)
    .flatMap((section) => section.nodes)
  return printFlow(nodes, press)
}
