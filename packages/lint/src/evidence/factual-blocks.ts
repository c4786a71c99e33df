import { type Document, memoize, placeOf } from '@cahier/core'
import {
  type Body,
  type Citation,
  foldProse,
  type Passage,
  plainText,
  type Section,
} from '@cahier/prose'
import type { Nodes, RootContent } from 'mdast'
import { isPrinted } from '../document/documents.ts'
import { prosePassages } from '../document/prose-passages.ts'
import type { Settings } from '../document/settings.ts'
import { announcesDemands } from './announces-demands.ts'
import {
  type CreditedFigure,
  figuresOfPassage,
  firstFrom,
  withPlainSpaces,
} from './figures-of-passage.ts'

/** One paragraph, list item, table, quotation or footnote, with its figures and citations. */
export interface FactualBlock {
  readonly section: Section | null
  /**
   * The prose of the block, of the paragraphs beside it and of its footnotes. For a footnote, also
   * the blocks that refer to it. Each passage (paragraph, cell) is one line.
   */
  readonly text: string
  readonly figures: readonly CreditedFigure[]
  readonly citations: readonly Citation[]
  /**
   * True when the block, the paragraphs beside it or its footnotes have a citation or a web link.
   */
  readonly isSourced: boolean
}

/**
 * The blocks of a proposal, an axis or a question that may state facts. Leaves out normative
 * sections (demands put to the vote). Empty unless the language is French or English.
 */
export function factualBlocks(document: Document, settings: Settings): readonly FactualBlock[] {
  return document.body === null ? [] : blocksIn(document.body, document, settings)
}

const blocksIn = memoize(readBlocks)

function readBlocks(body: Body, document: Document, settings: Settings): readonly FactualBlock[] {
  const { language } = settings
  if (!isPrinted(document) || !/^(?:fr|en)(?:-|$)/i.test(language)) return []
  /** True for a proposal: its headings may announce demands. */
  const maySet = document.kind === 'proposal'
  const { children } = body.tree
  const notes = new Map<string, RootContent>()
  for (const node of children)
    if (node.type === 'footnoteDefinition') notes.set(node.identifier, node)
  const callers = new Map<string, readonly RootContent[]>()
  if (notes.size > 0)
    for (const node of children.flatMap(unitsOf))
      for (const name of notesOf(node))
        callers.set(name, [...(callers.get(name) ?? []), node].slice(0, MOST_CALLS))
  const passages = prosePassages(document, settings).filter(({ kind }) => kind !== 'heading')
  return [
    ...blocksOf(null, body.opening),
    ...body.sections
      .filter((section) => !(maySet && isNormative(section, settings)))
      .flatMap((section) => blocksOf(section, section.nodes)),
  ]

  function blocksOf(section: Section | null, nodes: readonly RootContent[]) {
    const isDemand = section !== null && announcesDemands(section.title)
    /**
     * The depth of the current heading that announces demands, else infinite. Below such a heading,
     * figures are choices of the authors.
     */
    let under = isDemand ? 0 : Number.POSITIVE_INFINITY
    return nodes.flatMap((node, at) => {
      if (node.type === 'heading' && node.depth <= under)
        under = announcesDemands(plainText(node)) ? node.depth : Number.POSITIVE_INFINITY
      const isChosen = maySet && under < Number.POSITIVE_INFINITY
      const beside = around(nodes, at)
      return unitsOf(node).map((unit) => blockOf(unit, section, beside, isChosen))
    })
  }

  function blockOf(
    node: RootContent,
    section: Section | null,
    beside: readonly RootContent[],
    isChosen: boolean,
  ): FactualBlock {
    const own = passagesBelow(node)
    const called = notesOf(node)
      .slice(0, MOST_CALLS)
      .flatMap((name) => notes.get(name) ?? [])
    const calling = node.type === 'footnoteDefinition' ? (callers.get(node.identifier) ?? []) : []
    const others = [...called, ...beside]
    const citations = citationsIn(node)
    const credits = others.flatMap(citationsIn)
    return {
      section,
      get text() {
        return [...own, ...[...others, ...calling].flatMap(passagesBelow)]
          .map(({ text }) => withPlainSpaces(text))
          .join('\n')
      },
      figures: own
        .flatMap((passage) => figuresOfPassage(passage, citations, credits, language))
        .map((figure) => (isChosen ? { ...figure, isChosen } : figure)),
      citations,
      isSourced: citations.length + credits.length > 0 || [node, ...others].some(hasAddress),
    }
  }

  function passagesBelow(node: RootContent): readonly Passage[] {
    const { start, end } = placeOf(node)
    const rankAt = (offset: number) => firstFrom(passages, (passage) => passage.start, offset)
    return passages.slice(rankAt(start.offset), rankAt(end.offset))
  }
}

/** Whether the manifest (`programme.yaml`) marks a section as normative: put to the vote. */
export function isNormative({ title }: Section, { sections }: Settings): boolean {
  return sections.some((term) => term.normative && foldProse(term.title) === foldProse(title))
}

// The most references read for a footnote or a block, as a defence against hostile texts.
const MOST_CALLS = 10

function unitsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'list' ? node.children : [node]
}

// The paragraph before a list, table or quotation may give its source. So may the paragraph after a
// table or a quotation.
function around(nodes: readonly RootContent[], at: number): readonly RootContent[] {
  const type = nodes[at]?.type
  if (type !== 'list' && type !== 'table' && type !== 'blockquote') return []
  return [nodes[at - 1], ...(type === 'list' ? [] : [nodes[at + 1]])].flatMap((one) =>
    one?.type === 'paragraph' ? [one] : [],
  )
}

function notesOf(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap(notesOf) : []
}

function hasAddress(node: Nodes) {
  if (node.type === 'link' && /^https?:/i.test(node.url)) return true
  return node.type === 'linkReference' || ('children' in node && node.children.some(hasAddress))
}

/** The citations inside a node, in reading order. */
export function citationsIn(node: Nodes): readonly Citation[] {
  if (node.type === 'citation') return [node]
  return 'children' in node ? node.children.flatMap(citationsIn) : []
}
