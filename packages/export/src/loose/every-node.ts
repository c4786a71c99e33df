import type { Nodes } from 'mdast'

/** A node and its descendants, in the order of the text. */
export function everyNode(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node]
}
