import { type Document, keptWith } from '@cahier/core'
import type { Body } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The nodes of some types in a document's body, in reading order; none in a data file. A body is walked once, whoever asks. */
export function nodesOf<T extends Nodes['type']>(document: Document, ...types: readonly T[]): readonly Extract<Nodes, { type: T }>[] {
  const { body } = document
  if (body === null) return []
  const known = indexOf(body)
  const lists = types.flatMap((type) => known.get(type) ?? [])
  if (lists.length <= 1) return (lists[0]?.nodes ?? []) as unknown as readonly Extract<Nodes, { type: T }>[]
  return lists
    .flatMap(({ nodes, ranks }) => nodes.map((node, at) => ({ node, rank: ranks[at] as number })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ node }) => node as Extract<Nodes, { type: T }>)
}

/** The nodes of one type, and where each stands among those of all types. */
interface Listed {
  readonly nodes: Nodes[]
  readonly ranks: number[]
}

const indexOf = keptWith(({ tree }: Body): ReadonlyMap<string, Listed> => {
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
