import type { Document } from '@cahier/core'
import type { Nodes } from 'mdast'

/** The nodes of some types in a document's body, in reading order; none in a data file. */
export function nodesOf<T extends Nodes['type']>(document: Document, ...types: readonly T[]): readonly Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  const visit = (node: Nodes): void => {
    if (types.some((type) => type === node.type)) found.push(node as Extract<Nodes, { type: T }>)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  if (document.body !== null) visit(document.body.tree)
  return found
}
