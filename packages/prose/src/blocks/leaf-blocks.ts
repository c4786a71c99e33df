import type { Nodes, Root, RootContent } from 'mdast'

/**
 * A block without blocks inside: paragraph, heading, code, table, thematic break, raw HTML other
 * than our comments.
 */
export interface LeafBlock {
  /** From 1, in the order of the file. */
  readonly ordinal: number
  readonly node: RootContent
  /** Its source, byte for byte. */
  readonly text: string
}

/** The leaf blocks of a tree parsed from `text`, those of notes included. */
export function leafBlocks(tree: Root, text: string): readonly LeafBlock[] {
  const found: LeafBlock[] = []
  const visit = (node: Nodes): void => {
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

/** True for a single comment `<!-- cahier … -->`, which is in no digest and no output. */
export function isOurComment(html: string): boolean {
  return /^\s*<!--\s*cahier\b(?:(?!-->)[\s\S])*-->\s*$/.test(html)
}
