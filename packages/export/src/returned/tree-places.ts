import type { ListItem, Nodes, Root } from 'mdast'
import type { SourceEdit } from './words-to-source.ts'

/** An insertion at an offset of the source; `rank` orders those that stand at one place. */
export function insertAt(offset: number, text: string, rank: number): SourceEdit {
  return { start: offset, end: offset, text, rank }
}

/** The offset in the source where a node begins. */
export function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

/** The offset in the source where a node ends. */
export function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0
}

/** The nodes above a block and itself, from the root's child down. */
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

/** The child of the root that holds a block. */
export function topOf(tree: Root, node: Nodes): Nodes {
  return pathTo(tree, node)[0] as Nodes
}

/** The items of lists that hold a block, from the outermost in. */
export function itemsOf(tree: Root, node: Nodes): readonly ListItem[] {
  return pathTo(tree, node).filter((one): one is ListItem => one.type === 'listItem')
}

/** The child of the innermost quotation that holds a block; `null` outside of one. */
export function inQuotation(tree: Root, node: Nodes): Nodes | null {
  const path = pathTo(tree, node)
  const quotation = path.findLastIndex(({ type }) => type === 'blockquote')
  return quotation < 0 ? null : (path[quotation + 1] ?? null)
}

/**
 * What begins a line for another item beside this one: its indent and its bullet, or the number
 * that comes `more` later.
 */
export function itemStart(item: ListItem, text: string, more: number): string {
  const [opener = '- '] =
    /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(startOf(item), startOf(item) + 20)) ?? []
  return linePrefix(item, text) + opener.replace(/^\d+/, (number) => `${Number(number) + more}`)
}

/**
 * What stands before a block at the head of each line that follows: indents, marks of quotation.
 */
export function linePrefix(node: Nodes, text: string): string {
  const line = text.lastIndexOf('\n', startOf(node) - 1) + 1
  return text.slice(line, startOf(node)).replace(/[^\s>]/g, ' ')
}
