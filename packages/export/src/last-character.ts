import type { Nodes } from 'mdast'

/**
 * The last character printed by a run of nodes; `''` when nothing is. A call to a note counts as
 * none.
 */
export function lastCharacter(nodes: readonly Nodes[]): string {
  for (const node of [...nodes].reverse()) {
    const found =
      'value' in node
        ? node.value.slice(-1)
        : 'children' in node
          ? lastCharacter(node.children)
          : ''
    if (found !== '') return found
  }
  return ''
}
