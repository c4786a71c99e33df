import { type Document, memoize } from '@cahier/core'
import type { Body } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The nodes of some types in the body, in reading order; empty in a data file. */
export function nodesOf<T extends Nodes['type']>(
  document: Document,
  ...types: readonly T[]
): readonly Extract<Nodes, { type: T }>[] {
  const { body } = document
  if (body === null) return []
  const known = indexOf(body)
  const lists = types.flatMap((type) => known.get(type) ?? [])
  const { nodes } = lists.length === 0 ? NONE : lists.reduce(merged)
  return nodes as unknown as readonly Extract<Nodes, { type: T }>[]
}

interface Listed {
  readonly nodes: Nodes[]
  readonly ranks: number[]
}

const NONE: Listed = { nodes: [], ranks: [] }

function merged(one: Listed, other: Listed): Listed {
  const both: Listed = { nodes: [], ranks: [] }
  let at = 0
  const take = ({ nodes, ranks }: Listed, from: number) => {
    both.nodes.push(nodes[from] as Nodes)
    both.ranks.push(ranks[from] as number)
  }
  for (let next = 0; next < one.nodes.length; next++) {
    while ((other.ranks[at] ?? Number.POSITIVE_INFINITY) < (one.ranks[next] as number))
      take(other, at++)
    take(one, next)
  }
  while (at < other.nodes.length) take(other, at++)
  return both
}

const indexOf = memoize(({ tree }: Body): ReadonlyMap<string, Listed> => {
  const index = new Map<string, Listed>()
  let rank = 0
  const visit = (node: Nodes): void => {
    let listed = index.get(node.type)
    if (listed === undefined) {
      listed = { nodes: [], ranks: [] }
      index.set(node.type, listed)
    }
    listed.nodes.push(node)
    listed.ranks.push(rank++)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return index
})
