import type { PhrasingContent } from 'mdast'

/** The inline nodes of one block as they are, but for a line end inside it, which is a space. */
export function unfolded(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text')
      return { ...node, value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ') }
    return 'children' in node ? { ...node, children: unfolded(node.children) } : node
  })
}
