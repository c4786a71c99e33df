import { type Amendment, markedTextOf, type Programme, type Proposal } from '@cahier/core'
import { foldProse, markedBlocks, parseMarkdown, plainText } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import type { FlowNode, InlineNode, PrintedSection } from '../edition.ts'
import type { Names } from '../member-names.ts'
import { openNoteBook } from '../print/note-book.ts'
import { type House, openPress, type Press } from '../print/press.ts'
import { printFlow } from '../print/print-flow.ts'
import { printInlines } from '../print/print-inlines.ts'
import type { AmendedBlock, PrintedAmendment } from '../printed-amendment.ts'
import { amendedFields } from './amended-fields.ts'
import { changedInlines } from './changed-inlines.ts'

/**
 * The amendments that wait on a printed text, by date, then by name: undecided, and with a certain place in it. `sections` are the printed ones,
 * which tell the number of each block.
 */
export function composeAmendments(
  proposal: Proposal,
  sections: readonly PrintedSection[],
  programme: Programme,
  names: Names,
  house: House,
): readonly PrintedAmendment[] {
  const waiting = programme.amendments.filter(({ amends, outcome }) => amends === proposal.id && outcome === '')
  if (waiting.length === 0) return []
  const numbers = numbersOf(sections)
  return waiting
    .map((amendment): PrintedAmendment => {
      const { id, by, date } = amendment
      const { name, example } = names(by)
      const blocks = blocksOf(amendment, proposal, numbers, programme, house)
      return {
        id,
        by,
        byName: name,
        example,
        date,
        reasons: reasonsOf(amendment, programme, house),
        blocks,
        fields: amendedFields(amendment, programme, house),
      }
    })
    .filter(({ blocks, fields }) => blocks.length + fields.length > 0)
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
}

function blocksOf(
  amendment: Amendment,
  proposal: Proposal,
  numbers: ReadonlyMap<number, string>,
  programme: Programme,
  house: House,
): AmendedBlock[] {
  const marked = markedTextOf(amendment, programme)
  if (marked.trim() === '') return []
  const at = amendment.base === proposal.whole && amendment.at.length > 0 ? amendment.at : null
  const press = quietPress(house, proposal.document, `amendment ${amendment.id}`)
  return markedBlocks(proposal.document.text, marked, at).map(({ ordinal, added, old, new: young }): AmendedBlock => {
    const nodes = changedInlines(inlinesIn(old, press), inlinesIn(young, press))
    return { number: numberAt(ordinal, numbers), ordinal, added, nodes }
  })
}

// A citation or a note is written out in brackets: an amendment is read apart from the notes of the text.
function quietPress(house: House, document: Proposal['document'], within: string): Press {
  const press = openPress(house, document, { notes: openNoteBook(), nextNumber: () => '', cite: () => {} })
  return { ...press, within: [within] }
}

function reasonsOf(amendment: Amendment, programme: Programme, house: House): FlowNode[] {
  const { document } = amendment
  const text = foldProse(programme.manifest.amendmentSections.text)
  const nodes = (document.body?.sections ?? []).filter(({ title }) => foldProse(title) !== text).flatMap((section) => section.nodes)
  return printFlow(nodes, quietPress(house, document, `reasons ${amendment.id}`))
}

/** The inline nodes of a block of Markdown; those of several are set apart by a break. */
function inlinesIn(markdown: string | null, press: Press): InlineNode[] {
  if (markdown === null) return []
  return parseMarkdown(markdown).children.flatMap((node, index): PhrasingContent[] => {
    const inlines =
      node.type === 'paragraph' || node.type === 'heading'
        ? printInlines(node.children, press)
        : [{ type: 'text' as const, value: press.house.text(plainText(node)) }]
    return index === 0 ? inlines : [{ type: 'break' }, ...inlines]
  })
}

/** The printed number of each leaf block, by its rank in the source. */
function numbersOf(sections: readonly PrintedSection[]): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>()
  const visit = (node: FlowNode, above: string): void => {
    const number = node.data?.number ?? above
    if (node.data?.ordinal !== undefined && number !== '') numbers.set(node.data.ordinal, number)
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
      for (const child of node.children as FlowNode[]) visit(child, number)
  }
  for (const { nodes } of sections) for (const node of nodes) visit(node, '')
  return numbers
}

// A heading bears no number: it is found by the block before it.
function numberAt(ordinal: number, numbers: ReadonlyMap<number, string>): string {
  for (let rank = ordinal; rank > 0; rank--) {
    const number = numbers.get(rank)
    if (number !== undefined) return number
  }
  return ''
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
