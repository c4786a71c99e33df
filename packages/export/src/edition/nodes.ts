import type {
  Data,
  Image,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableRow,
  Text,
} from 'mdast'
import type { Node } from 'unist'

export interface NumberedText {
  /** `7.1`: the first numbered block of measure (proposal) 7. */
  readonly number: string
  readonly nodes: readonly InlineNode[]
}

/** A note written by the author or made from a citation. It is printed once. */
export interface Note {
  /** Unique in its chapter or measure, `[a-z0-9-]+`. */
  readonly id: string
  /** From 1, in the order of first calls. A call is the number printed in the text. */
  readonly number: number
  readonly nodes: readonly FlowNode[]
  /** Number of calls; exporters print a link back to each. */
  readonly calls: number
}

/**
 * An mdast block without `html`, `definition`, `footnoteDefinition` and `citation` nodes.
 * Headings in sections keep the depth of the source (3 to 6).
 */
export type FlowNode = RootContent
export type InlineNode = PhrasingContent

/** The number printed in the text that refers to a note. */
export interface NoteCall extends Node {
  readonly type: 'noteCall'
  data?: Data
  readonly note: string
  readonly number: number
  /** 1 for the first call of this note. */
  readonly call: number
}

interface Holder<Type extends string> extends Node {
  readonly type: Type
  data?: Data
  children: PhrasingContent[]
}

/** A link to another part of this edition; its target exists. */
export interface CrossReference extends Holder<'crossReference'> {
  readonly target: CrossTarget
}

export type CrossTarget =
  | { readonly kind: 'chapter' | 'measure' | 'work'; readonly id: string }
  /** `id` is a measure or a chapter of a book; `section` is one of its sections or headings. */
  | { readonly kind: 'section'; readonly id: string; readonly section: string }

/** Words that an amendment adds. Only `PrintedAmendment` has insertions and deletions. */
export type Insertion = Holder<'insertion'>
export type Deletion = Holder<'deletion'>

interface EditionNodes {
  noteCall: NoteCall
  crossReference: CrossReference
  insertion: Insertion
  deletion: Deletion
}

declare module 'mdast' {
  interface PhrasingContentMap extends EditionNodes {}
  interface RootContentMap extends EditionNodes {}
  interface Data {
    /** The printed number, `7.1`. A list item has a number; its paragraphs have none. */
    number?: string
    /** Rank of the block in the source file, from 1. Blocks that contain others have none. */
    ordinal?: number
    /** Id of a heading of a book, unique in the edition. */
    id?: string
    /** BCP 47; absent when it is the language of the edition. */
    lang?: string
  }
}

export function textNode(value: string): Text {
  return { type: 'text', value }
}

/** The words without formatting or note calls. An image gives its alternative text. */
export function nodesAsText(nodes: readonly (InlineNode | FlowNode)[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: InlineNode | FlowNode) {
  if (node.type === 'noteCall') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'image') return node.alt ?? ''
  if ('children' in node) return nodesAsText(node.children)
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
    ? node.value
    : ''
}

/** Shows a pilcrow (¶) where an insertion or a deletion is only a paragraph break. */
export function showBreaks(nodes: readonly InlineNode[]): InlineNode[] {
  return rewritten(nodes, (node) =>
    (node.type === 'insertion' || node.type === 'deletion') && isBreak(node.children)
      ? [{ ...node, children: [textNode('¶'), { type: 'break' }] }]
      : null,
  )
}

function isBreak(nodes: readonly InlineNode[]) {
  return (
    nodes.some(({ type }) => type === 'break') &&
    nodes.every(
      (node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''),
    )
  )
}

/** The replacement of a node; `null` keeps it and rewrites its children. */
type Rewrite = (node: FlowNode | InlineNode) => readonly (FlowNode | InlineNode)[] | null

/** Applies `rewrite` to every node, in reading order. */
export function rewritten<Node extends FlowNode | InlineNode>(
  nodes: readonly Node[],
  rewrite: Rewrite,
): Node[] {
  return nodes.flatMap((node) => {
    const instead = rewrite(node)
    if (instead !== null) return instead as readonly Node[]
    return 'children' in node
      ? [{ ...node, children: rewritten<FlowNode | InlineNode>(node.children, rewrite) } as Node]
      : [node]
  })
}

/** The last character of the text, without note calls; `''` for an empty text. */
export function lastCharacter(nodes: readonly Nodes[]): string {
  for (const node of nodes.toReversed()) {
    const inside = 'children' in node ? lastCharacter(node.children) : ''
    const found = 'value' in node ? node.value.slice(-1) : inside
    if (found !== '') return found
  }
  return ''
}

/** True when the header row of a table has content. Markdown requires this row, even empty. */
export function headsColumns(head: TableRow | undefined): boolean {
  return (
    head?.children.some(({ children }) =>
      children.some((node) => node.type !== 'text' || node.value.trim() !== ''),
    ) ?? false
  )
}

export function everyNode(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node]
}

/** The image of a paragraph or heading that contains nothing else. */
export function loneImage({ children }: Pick<Paragraph, 'children'>): Image | undefined {
  const [image, ...others] = children
  return image?.type === 'image' && others.length === 0 ? image : undefined
}
