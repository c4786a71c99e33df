import { type Document, keptWith } from '@cahier/core'
import { type Citation, foldProse, type Passage, type Section, sourceSpan } from '@cahier/prose'
import type { Nodes, RootContent } from 'mdast'
import { passagesIn } from '../passages-in.ts'
import type { Settings } from '../settings.ts'
import type { Figure } from './figure.ts'
import { figuresIn } from './figures-in.ts'

/** A paragraph, a list item, a table or a quotation of a text that says how things are, what it measures, and what it leans on. */
export interface FactualBlock {
  readonly node: RootContent
  readonly section: Section | null
  /** Its prose run together, passages apart from one another, with that of what introduces it, of the notes it calls, or of what calls it when it is a note. */
  readonly text: string
  readonly figures: readonly FigureFound[]
  readonly citations: readonly Citation[]
  /** Whether it, what introduces it, or a note it calls, cites a source or links to a page. */
  readonly isSourced: boolean
}

export interface FigureFound extends Figure {
  readonly passage: Passage
  /** The sentence that holds it, and where it begins in the passage. */
  readonly sentence: string
  readonly sentenceStart: number
  /** Offset in the file. */
  readonly at: number
  /** Keys of the sources it is credited to: the first citation after it in its block, or else the last before it, or that of what introduces the block. */
  readonly keys: readonly string[]
}

/**
 * The blocks of a proposal that state facts: what stands in a normative section is chosen, not measured, and is left out. All blocks of an axis or of a
 * question. Read once a document and its settings.
 */
export const factualBlocks = keptWith(readBlocks)

function readBlocks(document: Document, settings: Settings): readonly FactualBlock[] {
  const { body, kind } = document
  if (body === null || (kind !== 'proposal' && kind !== 'axis' && kind !== 'question')) return []
  const passages = passagesIn(document, settings).filter(({ kind }) => kind !== 'field' && kind !== 'heading')
  const notes = notesIn(body.tree)
  const stretches = [
    { section: null, nodes: body.opening },
    ...body.sections.filter((section) => kind !== 'proposal' || !isNormative(section, settings)),
  ]
  const read = stretches.flatMap((stretch) => {
    const section = 'title' in stretch ? (stretch as Section) : null
    return stretch.nodes.flatMap((node, at) =>
      unitsOf(node).map((unit) => blockOf(unit, section, around(stretch.nodes, at, node), passages, notes, settings.language)),
    )
  })
  return read.map((block) => ({
    ...block,
    text: [block, ...read.filter((other) => isJoined(block.node, other.node))].map(({ text }) => text).join('\n'),
  }))
}

function isJoined(a: RootContent, b: RootContent): boolean {
  const calls = (from: RootContent, to: RootContent) =>
    to.type === 'footnoteDefinition' && from !== to && notesOf(from).includes(to.identifier)
  return calls(a, b) || calls(b, a)
}

function isNormative(section: Section, { sections }: Settings): boolean {
  const title = foldProse(section.title)
  return sections.some((term) => term.normative && foldProse(term.title) === title)
}

function unitsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'list' ? node.children : [node]
}

// The sentence that introduces a list, a table or a quotation may credit it; so may the one that follows a table.
function around(nodes: readonly RootContent[], at: number, node: RootContent): readonly RootContent[] {
  if (node.type !== 'list' && node.type !== 'table' && node.type !== 'blockquote') return []
  return [nodes[at - 1], ...(node.type === 'list' ? [] : [nodes[at + 1]])].filter((one) => one?.type === 'paragraph')
}

function blockOf(
  node: RootContent,
  section: Section | null,
  beside: readonly RootContent[],
  passages: readonly Passage[],
  notes: ReadonlyMap<string, Nodes>,
  language: string,
): FactualBlock {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const own = passages.filter((passage) => passage.start >= start && passage.end <= end)
  const citations = citationsIn(node)
  const called = notesOf(node).flatMap((name) => notes.get(name) ?? [])
  const others = [...called, ...beside].flatMap(citationsIn)
  const figures = own.flatMap((passage) => figuresOf(passage, citations, others, language))
  return {
    node,
    section,
    text: [...own, ...passages.filter((passage) => beside.some((one) => one === passage.node))].map(({ text }) => text).join('\n'),
    figures,
    citations,
    isSourced: citations.length + others.length > 0 || [node, ...called, ...beside].some(hasAddress),
  }
}

function figuresOf(
  passage: Passage,
  citations: readonly Citation[],
  others: readonly Citation[],
  language: string,
): readonly FigureFound[] {
  if (!/\d/.test(passage.text)) return []
  const starts = sentenceStarts(passage.text)
  return figuresIn(passage.text, language).map((figure) => {
    const sentenceStart = starts.findLast((one) => one <= figure.start) ?? 0
    const sentenceEnd = starts.find((one) => one > figure.start) ?? passage.text.length
    const at = sourceSpan(passage, figure.start, figure.end).start
    const offset = (citation: Citation) => citation.position?.start.offset ?? 0
    const inPassage = citations.filter((one) => offset(one) >= passage.start && offset(one) < passage.end)
    const near = inPassage.length > 0 ? inPassage : citations
    const credited = near.find((one) => offset(one) > at) ?? near.at(-1) ?? others[0]
    const keys = credited?.items.map(({ key }) => key).filter((key) => key !== '') ?? []
    return { ...figure, passage, sentence: passage.text.slice(sentenceStart, sentenceEnd), sentenceStart, at, keys }
  })
}

/** Where each sentence of a text begins; abbreviations that end with a point begin none. */
export function sentenceStarts(text: string): readonly number[] {
  const ends = text.matchAll(
    /(?<!(?:^|[\s(\u00A0])(?:p|pp|art|al|cf|ex|M|MM|vol|chap|éd|env|St|no|fig|vs|Dr))[.!?…](?:[\s\u00A0\u202F]*[»”])?[\s\u00A0\u202F\uFFFC]+(?=[\p{Lu}«“"(\d])/gu,
  )
  return [0, ...[...ends].map((match) => match.index + match[0].length)]
}

function citationsIn(node: Nodes): readonly Citation[] {
  if (node.type === 'citation') return [node]
  return 'children' in node ? node.children.flatMap(citationsIn) : []
}

function notesOf(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap(notesOf) : []
}

function hasAddress(node: Nodes): boolean {
  if (node.type === 'link' && /^https?:/i.test(node.url)) return true
  return node.type === 'linkReference' || ('children' in node && node.children.some(hasAddress))
}

function notesIn(tree: Nodes): ReadonlyMap<string, Nodes> {
  const found = new Map<string, Nodes>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') found.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}
