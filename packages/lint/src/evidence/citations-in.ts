import type { Citation } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The citations below a node, in reading order. */
export function citationsIn(node: Nodes): readonly Citation[] {
  if (node.type === 'citation') return [node]
  return 'children' in node ? node.children.flatMap(citationsIn) : []
}
