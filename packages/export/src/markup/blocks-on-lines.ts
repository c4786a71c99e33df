import type { Nodes } from 'hast'
import type { Node } from 'unist'

/** A block already written as HTML text. */
export interface SerialisedBlock extends Node {
  readonly type: 'raw'
  readonly value: string
}

declare module 'hast' {
  interface ElementContentMap {
    raw: SerialisedBlock
  }
  interface RootContentMap {
    raw: SerialisedBlock
  }
}

const PHRASING: ReadonlySet<string> = new Set(
  'a abbr b br code del em i img ins small span strong sub sup svg text tspan'.split(' '),
)

/** Puts each block on its own line, so that pages are easy to compare. Changes the tree. */
export function putBlocksOnLines(node: Nodes): void {
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'pre')) return
  for (const child of node.children) putBlocksOnLines(child)
  if (node.children.length === 0 || !node.children.every(isBlock)) return
  const lines = node.children.flatMap((child) => [child, { type: 'text' as const, value: '\n' }])
  node.children = (
    node.type === 'root' ? lines : [{ type: 'text', value: '\n' }, ...lines]
  ) as typeof node.children
}

function isBlock(node: Nodes) {
  return node.type === 'element'
    ? !PHRASING.has(node.tagName)
    : node.type === 'doctype' || node.type === 'raw'
}
