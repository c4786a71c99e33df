import { type Document, memoize } from '@cahier/core'
import type { Body } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The nodes of the given types in the body, in reading order. Empty for a YAML file. */
export function nodesOf<T extends Nodes['type']>(
  { body }: Document,
  ...types: readonly T[]
): readonly Extract<Nodes, { type: T }>[] {
  if (body === null) return []
  const isWanted = (node: Nodes): node is Extract<Nodes, { type: T }> =>
    types.some((type) => type === node.type)
  return nodesIn(body).filter(isWanted)
}

const nodesIn = memoize(({ tree }: Body): readonly Nodes[] => {
  const nodes: Nodes[] = []
  const visit = (node: Nodes) => {
    nodes.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return nodes
})
