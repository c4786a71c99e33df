import type { FlowNode, InlineNode } from '../edition.ts'

/** What stands in the place of a node; `null`: the node itself, its children rewritten. */
export type Rewrite = (node: FlowNode | InlineNode) => readonly (FlowNode | InlineNode)[] | null

/** Blocks with some of their nodes put in the place of others, in reading order. */
export function rewritten(nodes: readonly FlowNode[], rewrite: Rewrite): FlowNode[] {
  return nodes.flatMap((node) => {
    const instead = rewrite(node)
    if (instead !== null) return instead as FlowNode[]
    return 'children' in node ? [{ ...node, children: rewritten(node.children, rewrite) } as FlowNode] : [node]
  })
}
