import { type Document, keptWith } from '@cahier/core'
import type { Body } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The nodes of some types in a document's body, in reading order; none in a data file. A body is walked once, whoever asks. */
export function nodesOf<T extends Nodes['type']>(document: Document, ...types: readonly T[]): readonly Extract<Nodes, { type: T }>[] {
  const { body } = document
  if (body === null) return []
  const known = indexOf(body)
  const lists = types.flatMap((type) => known.get(type) ?? [])
  const found = types.length === 1 ? lists : [...lists].sort((a, b) => a.rank - b.rank)
  return found.map(({ node }) => node as Extract<Nodes, { type: T }>)
}

interface Ranked {
  readonly rank: number
  readonly node: Nodes
}

const indexOf = keptWith(({ tree }: Body): ReadonlyMap<string, readonly Ranked[]> => {
  const index = new Map<string, Ranked[]>()
  let rank = 0
  const visit = (node: Nodes): void => {
    const list = index.get(node.type)
    if (list === undefined) index.set(node.type, [{ rank, node }])
    else list.push({ rank, node })
    rank++
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return index
})
