import type { MarkedBlock } from '@cahier/prose'
import type { Nodes } from 'mdast'
import type { AmendedBlock } from '../edition/amendment.ts'
import type { PrintedSection } from '../edition/measure.ts'
import type { FlowNode, NumberedText } from '../edition/nodes.ts'
import { editionWords } from '../edition/words.ts'
import type { NoteBook } from '../print/notes.ts'
import { noteKey } from '../print/print.ts'
import type { Typesetter } from '../print/typesetter.ts'

export interface NumberedProposal {
  readonly summary: NumberedText
  readonly sections: readonly PrintedSection[]
  readonly notes: NoteBook
}

export type AmendedPlace = Pick<AmendedBlock, 'number' | 'place'>

/** Returns a function that gives the printed place of a block: its number, or that of its note. */
export function amendedPlaces(
  { summary, sections, notes }: NumberedProposal,
  typesetter: Typesetter,
): (block: MarkedBlock) => AmendedPlace {
  const numbers = numbersOf(sections)
  const last = Math.max(0, ...numbers.keys())
  const labels = notesByRank(typesetter)
  const { note } = editionWords(typesetter.context.language, false)
  return ({ ordinal, added }) => {
    const label = labels.get(ordinal)
    if (label !== undefined)
      return {
        number: '',
        place: [note, notes.numberOf(noteKey(label)) || ''].join('\u00A0').trimEnd(),
      }
    const before = numberFrom(ordinal, -1, 1, numbers) || summary.number
    return { number: added ? before : numberFrom(ordinal, 1, last, numbers) || before }
  }
}

/** The label of the note that holds each leaf block, by rank in the source. */
function notesByRank({ footnotes, ordinals }: Typesetter): ReadonlyMap<number, string> {
  const labels = new Map<number, string>()
  const visit = (node: Nodes, label: string): void => {
    const ordinal = ordinals.get(node)
    if (ordinal !== undefined) labels.set(ordinal, label)
    if ('children' in node) for (const child of node.children) visit(child, label)
  }
  for (const [label, definition] of footnotes) visit(definition, label)
  return labels
}

/** The printed number of each leaf block, by rank in the source. */
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

function numberFrom(
  ordinal: number,
  step: 1 | -1,
  end: number,
  numbers: ReadonlyMap<number, string>,
): string {
  for (let rank = ordinal; rank * step <= end * step; rank += step) {
    const number = numbers.get(rank)
    if (number !== undefined) return number
  }
  return ''
}
