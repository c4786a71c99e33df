import type { Nodes, Root, RootContent } from 'mdast'

/** A block without blocks inside, such as a paragraph, heading, table or code block. */
export interface LeafBlock {
  /** From 1, in the order of the file. */
  readonly ordinal: number
  readonly node: RootContent
  /** The source of the block, byte for byte. */
  readonly text: string
}

/** The leaf blocks of a tree parsed from `text`, in order; blocks of footnotes are included. */
export function leafBlocks(tree: Root, text: string): readonly LeafBlock[] {
  const found: LeafBlock[] = []
  const visit = (node: Nodes) => {
    if (isLeaf(node)) {
      const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } }
      found.push({ ordinal: found.length + 1, node, text: text.slice(start.offset, end.offset) })
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

function isLeaf(node: Nodes): node is RootContent {
  if (node.type === 'html') return !isOurComment(node.value)
  return (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'code' ||
    node.type === 'table' ||
    node.type === 'thematicBreak'
  )
}

/** True for a comment `<!-- cahier … -->`, which digests and exports ignore. */
export function isOurComment(html: string): boolean {
  return /^\s*<!--\s*cahier\b(?:(?!-->)[\s\S])*-->\s*$/.test(html)
}
