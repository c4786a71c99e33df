import type { ListItem, Nodes, Root } from 'mdast'
import type { SourceEdit } from './words-to-source.ts'

/** An insertion at an offset of the source. */
export function insertAt(offset: number, text: string): SourceEdit {
  return { start: offset, end: offset, text }
}

/** The offset in the source where a node ends. */
export function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0
}

/** The nodes above a block, from the root's child down. */
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

/** The item of a list that holds a block; `null` outside of a list. */
export function itemOf(tree: Root, node: Nodes): ListItem | null {
  return (pathTo(tree, node).findLast((one) => one.type === 'listItem') as ListItem | undefined) ?? null
}

/** What begins a line for another item beside the one that holds a block: its indent and its bullet, or the number that comes `more` later. */
export function itemStart(tree: Root, node: Nodes, text: string, more: number): string {
  const start = itemOf(tree, node)?.position?.start.offset ?? 0
  const line = text.lastIndexOf('\n', start - 1) + 1
  const [opener = '- '] = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(start)) ?? []
  const next = opener.replace(/^\d+/, (number) => `${Number(number) + more}`)
  return text.slice(line, start).replace(/[^\s>]/g, ' ') + next
}

/** Takes a block out, with its item when it is all of it, and with the blank lines after it. */
export function withoutBlock(tree: Root, node: Nodes, text: string): SourceEdit {
  const path = pathTo(tree, node)
  let taken: Nodes = node
  for (const parent of path.slice(0, -1).toReversed()) {
    if (!('children' in parent) || parent.children.length > 1) break
    taken = parent
  }
  const start = taken.position?.start.offset ?? 0
  const line = text.lastIndexOf('\n', start - 1) + 1
  const from = /^[ \t]*$/.test(text.slice(line, start)) ? line : start
  const [gap = ''] = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(endOf(taken))) ?? []
  return { start: from, end: endOf(taken) + gap.length, text: '' }
}
