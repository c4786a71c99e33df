import { type Document, memoize } from '@cahier/core'
import {
  type Body,
  type Citation,
  foldProse,
  type Passage,
  plainText,
  type Section,
} from '@cahier/prose'
import type { Nodes, RootContent } from 'mdast'
import { passagesIn } from '../document/passages-in.ts'
import type { Settings } from '../engine/settings.ts'
import { announcesChoices } from './announces-choices.ts'
import { type FigureFound, figuresFound, firstFrom, withPlainSpaces } from './figures-found.ts'

/**
 * A paragraph, a list item, a table or a quotation of a text that says how things are, what it
 * measures, and what it leans on.
 */
export interface FactualBlock {
  readonly section: Section | null
  /**
   * Its prose run together, passages apart from one another, with that of what introduces it, of
   * the notes it calls, or of what calls it when it is a note.
   */
  readonly text: string
  readonly figures: readonly FigureFound[]
  readonly citations: readonly Citation[]
  /** Whether it, what introduces it, or a note it calls, cites a source or links to a page. */
  readonly isSourced: boolean
}

/**
 * The blocks of a proposal that state facts: the text of a normative section is chosen, not
 * measured, and is left out. All blocks of an axis or of a question. Read once a tree and its
 * settings.
 */
export function factualBlocks(document: Document, settings: Settings): readonly FactualBlock[] {
  return document.body === null ? [] : blocksIn(document.body, document, settings)
}

const blocksIn = memoize(readBlocks)

/** What all blocks of a document are read with. */
interface Reading {
  /** In the order of the file. */
  readonly passages: readonly Passage[]
  readonly notes: ReadonlyMap<string, RootContent>
  /** What calls each note. */
  readonly callers: ReadonlyMap<string, readonly RootContent[]>
  readonly language: string
  /** An axis or a question sets nothing yet, whatever its headings. */
  readonly maySet: boolean
}

function readBlocks(body: Body, document: Document, settings: Settings): readonly FactualBlock[] {
  const { kind } = document
  if (kind !== 'proposal' && kind !== 'axis' && kind !== 'question') return []
  // In other languages, neither the numbers nor the words that make a wish are known.
  if (!/^(?:fr|en)(?:-|$)/i.test(settings.language)) return []
  const normative = settings.sections
    .filter((term) => kind === 'proposal' && term.normative)
    .map(({ title }) => foldProse(title))
  const notes = new Map(
    body.tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [],
    ),
  )
  const callers = new Map<string, RootContent[]>()
  if (notes.size > 0)
    for (const node of body.tree.children.flatMap(unitsOf))
      for (const name of notesOf(node))
        callers.set(name, [...(callers.get(name) ?? []), node].slice(0, MOST_CALLS))
  const reading: Reading = {
    passages: passagesIn(document, settings).filter(({ kind }) => kind !== 'heading'),
    notes,
    callers,
    language: settings.language,
    maySet: kind === 'proposal',
  }
  const sections = body.sections.filter(({ title }) => !normative.includes(foldProse(title)))
  return [
    ...blocksOf(null, body.opening, reading),
    ...sections.flatMap((section) => blocksOf(section, section.nodes, reading)),
  ]
}

// A limit for hostile texts: no real one calls a note more often.
const MOST_CALLS = 10

function blocksOf(
  section: Section | null,
  nodes: readonly RootContent[],
  reading: Reading,
): readonly FactualBlock[] {
  const chosen = section !== null && announcesChoices(section.title)
  /** Headings below that of the section which say so, and all the text below them. */
  let under = Number.POSITIVE_INFINITY
  return nodes.flatMap((node, at) => {
    if (node.type === 'heading' && node.depth <= under)
      under = announcesChoices(plainText(node)) ? node.depth : Number.POSITIVE_INFINITY
    const beside = around(nodes, at)
    const isChosen = reading.maySet && (chosen || under < Number.POSITIVE_INFINITY)
    return unitsOf(node).map((unit) => blockOf(unit, section, beside, isChosen, reading))
  })
}

function unitsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'list' ? node.children : [node]
}

// The paragraph that introduces a list, a table or a quotation may credit it; so may the one that
// follows a table or a quotation.
function around(nodes: readonly RootContent[], at: number): readonly RootContent[] {
  const type = nodes[at]?.type
  if (type !== 'list' && type !== 'table' && type !== 'blockquote') return []
  return [nodes[at - 1], ...(type === 'list' ? [] : [nodes[at + 1]])].flatMap((one) =>
    one?.type === 'paragraph' ? [one] : [],
  )
}

function blockOf(
  node: RootContent,
  section: Section | null,
  beside: readonly RootContent[],
  isChosen: boolean,
  reading: Reading,
): FactualBlock {
  const own = passagesBelow(node, reading)
  const called = notesOf(node)
    .slice(0, MOST_CALLS)
    .flatMap((name) => reading.notes.get(name) ?? [])
  const calling =
    node.type === 'footnoteDefinition' ? (reading.callers.get(node.identifier) ?? []) : []
  const others = [...called, ...beside]
  const citations = citationsIn(node)
  const credits = others.flatMap(citationsIn)
  return {
    section,
    // Few are asked for it.
    get text() {
      return [...own, ...[...others, ...calling].flatMap((one) => passagesBelow(one, reading))]
        .map(({ text }) => withPlainSpaces(text))
        .join('\n')
    },
    figures: own
      .flatMap((passage) => figuresFound(passage, citations, credits, reading.language))
      .map((figure) => (isChosen ? { ...figure, isChosen } : figure)),
    citations,
    isSourced: citations.length + credits.length > 0 || [node, ...others].some(hasAddress),
  }
}

function passagesBelow(node: RootContent, { passages }: Reading): readonly Passage[] {
  const end = node.position?.end.offset ?? 0
  const first = firstFrom(passages, (passage) => passage.start, node.position?.start.offset ?? 0)
  return passages.slice(
    first,
    firstFrom(passages, (passage) => passage.start, end),
  )
}

function notesOf(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap(notesOf) : []
}

function hasAddress(node: Nodes): boolean {
  if (node.type === 'link' && /^https?:/i.test(node.url)) return true
  return node.type === 'linkReference' || ('children' in node && node.children.some(hasAddress))
}

/** The citations below a node, in reading order. */
export function citationsIn(node: Nodes): readonly Citation[] {
  if (node.type === 'citation') return [node]
  return 'children' in node ? node.children.flatMap(citationsIn) : []
}
