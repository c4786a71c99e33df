import type { FlowNode, InlineNode } from '../edition/nodes.ts'

/** What stands in the place of a node; `null`: the node itself, its children rewritten. */
export type Rewrite = (node: FlowNode | InlineNode) => readonly (FlowNode | InlineNode)[] | null

/**
 * Blocks, or words, with some of their nodes put in the place of others of their kind, in reading
 * order.
 */
export function rewritten<Node extends FlowNode | InlineNode>(
  nodes: readonly Node[],
  rewrite: Rewrite,
): Node[] {
  return nodes.flatMap((node) => {
    const instead = rewrite(node)
    if (instead !== null) return instead as readonly Node[]
    return 'children' in node
      ? [{ ...node, children: rewritten<FlowNode | InlineNode>(node.children, rewrite) } as Node]
      : [node]
  })
}
