import type { Paragraph } from 'mdast'
import type { Edition } from '../../edition/edition.ts'
import type {
  Measure,
  PrintedAmendment,
  PrintedRequest,
  PrintedSection,
} from '../../edition/measure.ts'
import type { FlowNode, InlineNode } from '../../edition/nodes.ts'
import { loneImage } from '../figure.ts'
import { type Authorship, authorshipOf } from './change-register.ts'
import { type ProposedBlock, weave } from './weave.ts'

/** A proposal with tracked amendments. The parts in `leftOut` could not be tracked. */
export interface WovenMeasure {
  readonly title: readonly InlineNode[]
  readonly summary: readonly InlineNode[]
  readonly requests: readonly PrintedRequest[]
  readonly sections: readonly PrintedSection[]
  readonly leftOut: readonly UnwovenPart[]
  /** Ids of the notes with a call outside deleted text. */
  readonly kept: ReadonlySet<string>
}

/** A part of an amendment that is printed after the proposal. */
export interface UnwovenPart {
  readonly amendment: PrintedAmendment
  readonly by: Authorship
  /** The number of the block, or the label of the field. */
  readonly place: string
  readonly added: boolean
  readonly nodes: readonly InlineNode[]
}

/** Tracks the pending amendments of a proposal, if the edition has tracked changes. */
export function wovenMeasure(measure: Measure, edition: Edition): WovenMeasure {
  const { sections, requests, summary } = measure
  const title: readonly InlineNode[] = [{ type: 'text', value: measure.title }]
  const amendments = edition.trackedChanges ? measure.amendments : []
  if (amendments.length === 0)
    return { title, summary: summary.nodes, requests, sections, leftOut: [], kept: new Set() }
  const items = amendments.map((amendment) => {
    const shared = { amendment, by: authorshipOf(amendment, edition), isTracked: false }
    return {
      fields: amendment.fields.map(
        ({ label, nodes }): Item => ({ ...shared, place: label, nodes, ordinal: 0, added: false }),
      ),
      blocks: amendment.blocks.map(
        ({ number, ...block }): Item => ({
          ...shared,
          place: number === '' ? '' : `§${number}`,
          ...block,
        }),
      ),
    }
  })
  const fields = items.flatMap((item) => item.fields)
  const blocks = items.flatMap((item) => item.blocks)
  const woven = {
    title: wovenField(title, fields),
    summary: wovenField(summary.nodes, fields),
    requests: requests.map((request) => ({ ...request, nodes: wovenField(request.nodes, fields) })),
    sections: sections.map((section) => ({ ...section, nodes: wovenFlow(section.nodes, blocks) })),
  }
  const kept = new Set(
    keptCalls([
      ...woven.title,
      ...woven.summary,
      ...woven.requests.flatMap(({ nodes }) => nodes),
      ...woven.sections.flatMap(({ nodes }) => nodes),
    ]),
  )
  return { ...woven, kept, leftOut: [...fields, ...blocks].filter(({ isTracked }) => !isTracked) }
}

interface Item extends UnwovenPart {
  readonly ordinal: number
  isTracked: boolean
}

// A field has no rank in the source: its words before the amendment locate it.
function wovenField(
  printed: readonly InlineNode[],
  fields: readonly Item[],
): readonly InlineNode[] {
  const words = oldWords(printed)
  return wovenNodes(
    printed,
    fields.filter(({ isTracked, nodes }) => !isTracked && oldWords(nodes) === words),
  )
}

function wovenFlow<Node extends FlowNode>(nodes: readonly Node[], blocks: readonly Item[]): Node[] {
  return nodes.flatMap((node) => {
    const about = blocks.filter(
      ({ ordinal, isTracked }) => !isTracked && ordinal !== 0 && ordinal === node.data?.ordinal,
    )
    if (node.type === 'paragraph' || node.type === 'heading') {
      // A figure cannot be accepted or rejected word by word.
      const isWhole = node.type === 'paragraph' && loneImage(node) !== undefined
      const children = wovenNodes(
        node.children,
        about.filter(({ added }) => !added && !isWhole),
      )
      const added = about.filter((item) => item.added)
      for (const item of added) item.isTracked = true
      return [{ ...node, children: [...children] }, ...(added.map(addedParagraph) as Node[])]
    }
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      return [
        { ...node, children: wovenFlow(node.children as FlowNode[], blocks) } as FlowNode as Node,
      ]
    return [node]
  })
}

function wovenNodes(printed: readonly InlineNode[], items: readonly Item[]): readonly InlineNode[] {
  if (items.length === 0) return printed
  const proposed = items.map(({ by, nodes }): ProposedBlock => ({ by, nodes }))
  const { nodes, leftOut } = weave(printed, proposed)
  for (const [index, item] of items.entries())
    item.isTracked = !leftOut.has(proposed[index] as ProposedBlock)
  return nodes
}

function addedParagraph({ by, nodes, ordinal }: Item): Paragraph {
  return { type: 'paragraph', data: { change: by, ordinal }, children: withoutMarks(nodes) }
}

function withoutMarks(nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'deletion') return []
    if (node.type === 'insertion') return withoutMarks(node.children)
    return 'children' in node
      ? [{ ...node, children: withoutMarks(node.children) } as InlineNode]
      : [node]
  })
}

function oldWords(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) =>
      node.type === 'insertion'
        ? ''
        : 'children' in node
          ? oldWords(node.children)
          : 'value' in node
            ? node.value
            : '',
    )
    .join('')
}

function keptCalls(nodes: readonly (FlowNode | InlineNode)[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'noteCall') return [node.note]
    return node.type !== 'deletion' && 'children' in node ? keptCalls(node.children) : []
  })
}
