import type { ListItem, Nodes, Root } from 'mdast'
import type { SourceEdit } from './words-to-source.ts'

/** An edit that inserts text; `rank` orders insertions at the same offset. */
export function insertAt(offset: number, text: string, rank: number): SourceEdit {
  return { start: offset, end: offset, text, rank }
}

export function startOffset({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

export function endOffset({ position }: Nodes): number {
  return position?.end.offset ?? 0
}

/** The ancestors of a block without the root, then the block itself. */
function pathTo(tree: Root, wanted: Nodes): readonly Nodes[] {
  const visit = (node: Nodes): readonly Nodes[] | null => {
    if (node === wanted) return [node]
    for (const child of 'children' in node ? node.children : []) {
      const found = visit(child)
      if (found !== null) return [node, ...found]
    }
    return null
  }
  return visit(tree)?.slice(1) ?? [wanted]
}

/** The child of the root that contains a block. */
export function topOf(tree: Root, node: Nodes): Nodes {
  return pathTo(tree, node)[0] as Nodes
}

/** The list items that contain a block, outermost first. */
export function itemsOf(tree: Root, node: Nodes): readonly ListItem[] {
  return pathTo(tree, node).filter((one): one is ListItem => one.type === 'listItem')
}

/**
 * Returns the block or its ancestor that is directly inside the innermost quotation. Returns null
 * outside quotations.
 */
export function quotedBlockOf(tree: Root, node: Nodes): Nodes | null {
  const path = pathTo(tree, node)
  const quotation = path.findLastIndex(({ type }) => type === 'blockquote')
  return quotation < 0 ? null : (path[quotation + 1] ?? null)
}

/**
 * The start of a new item in the list of `item`: its indent and bullet, or its number plus `more`.
 */
export function itemStart(item: ListItem, text: string, more: number): string {
  const [opener = '- '] =
    /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(startOffset(item), startOffset(item) + 20)) ?? []
  return linePrefix(item, text) + opener.replace(/^\d+/, (number) => `${Number(number) + more}`)
}

/** The start of further lines of a block, such as an indent or `>` signs. */
export function linePrefix(node: Nodes, text: string): string {
  const line = text.lastIndexOf('\n', startOffset(node) - 1) + 1
  return text.slice(line, startOffset(node)).replace(/[^\s>]/g, ' ')
}
