import type { Paragraph } from 'mdast'
import type { Edition } from '../../edition/edition.ts'
import {
  everyNode,
  type FlowNode,
  type InlineNode,
  loneImage,
  nodesAsText,
  rewritten,
} from '../../edition/nodes.ts'
import type { Measure, PrintedAmendment } from '../../edition/printed-measure.ts'
import { mergeAmendments } from './merge-amendments.ts'
import { type Authorship, authorshipOf } from './track-changes.ts'

/** A part of an amendment that could not be tracked: it is printed after the proposal. */
export interface UntrackedPart {
  readonly amendment: PrintedAmendment
  readonly by: Authorship
  /** The number of the block, or the label of the field. */
  readonly place: string
  /** True for a new block after `place`. */
  readonly added: boolean
  readonly nodes: readonly InlineNode[]
}

/**
 * Writes pending amendments as tracked changes, in an edition with tracked changes. `leftOut` holds
 * the parts that could not be tracked. `kept` holds the ids of notes with a call outside deleted
 * text. With nothing to track, it is empty.
 */
export function trackAmendments(measure: Measure, edition: Edition) {
  const { sections, requests, summary } = measure
  const title: readonly InlineNode[] = [{ type: 'text', value: measure.title }]
  const amendments = edition.trackedChanges ? measure.amendments : []
  if (amendments.length === 0)
    return {
      title,
      summary: summary.nodes,
      requests,
      sections,
      leftOut: [],
      kept: new Set<string>(),
    }
  const fields: Item[] = []
  const blocks: Item[] = []
  for (const amendment of amendments) {
    const shared = { amendment, by: authorshipOf(amendment, edition), isTracked: false }
    for (const { label, nodes } of amendment.fields)
      fields.push({ ...shared, place: label, nodes, ordinal: 0, added: false })
    for (const { number, ...block } of amendment.blocks)
      blocks.push({ ...shared, place: number === '' ? '' : `§${number}`, ...block })
  }
  const woven = {
    title: wovenField(title, fields),
    summary: wovenField(summary.nodes, fields),
    requests: requests.map((request) => ({ ...request, nodes: wovenField(request.nodes, fields) })),
    sections: sections.map((section) => ({ ...section, nodes: wovenFlow(section.nodes, blocks) })),
  }
  const texts = [...woven.requests, ...woven.sections].flatMap(({ nodes }) => [...nodes])
  const remaining = rewritten<FlowNode | InlineNode>(
    [...woven.title, ...woven.summary, ...texts],
    (node) => (node.type === 'deletion' ? [] : null),
  )
  const kept = new Set(
    remaining.flatMap(everyNode).flatMap((node) => (node.type === 'noteCall' ? node.note : [])),
  )
  return { ...woven, kept, leftOut: [...fields, ...blocks].filter(({ isTracked }) => !isTracked) }
}

interface Item extends UntrackedPart {
  readonly ordinal: number
  isTracked: boolean
}

// A field has no rank in the source: its old words locate it.
function wovenField(printed: readonly InlineNode[], fields: readonly Item[]) {
  const words = oldWords(printed)
  return wovenNodes(
    printed,
    fields.filter(({ isTracked, nodes }) => !isTracked && oldWords(nodes) === words),
  )
}

function wovenFlow(nodes: readonly FlowNode[], blocks: readonly Item[]) {
  return rewritten(nodes, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return null
    const about = blocks.filter(
      ({ ordinal, isTracked }) => !isTracked && ordinal !== 0 && ordinal === node.data?.ordinal,
    )
    // A figure cannot be accepted or rejected word by word.
    const isWhole = node.type === 'paragraph' && loneImage(node) !== undefined
    const rewording = about.filter(({ added }) => !added && !isWhole)
    const children = [...wovenNodes(node.children, rewording)]
    const added = about.filter((item) => item.added)
    for (const item of added) item.isTracked = true
    return [{ ...node, children }, ...added.map(addedParagraph)]
  })
}

function wovenNodes(printed: readonly InlineNode[], items: readonly Item[]): readonly InlineNode[] {
  const { nodes, leftOut } = mergeAmendments(printed, items)
  for (const item of items) item.isTracked = !leftOut.has(item)
  return nodes
}

function addedParagraph({ by, nodes, ordinal }: Item): Paragraph {
  const children = rewritten(nodes, (node) => {
    if (node.type === 'deletion') return []
    return node.type === 'insertion' ? node.children : null
  })
  return { type: 'paragraph', data: { change: by, ordinal }, children }
}

function oldWords(nodes: readonly InlineNode[]) {
  return nodesAsText(rewritten(nodes, (node) => (node.type === 'insertion' ? [] : null)))
}
