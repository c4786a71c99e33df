import type { Nodes } from 'mdast'

/** The node and its descendants, in document order. */
export function everyNode(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node]
}
