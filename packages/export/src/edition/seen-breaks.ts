import type { InlineNode } from './edition.ts'

/**
 * Changed words where an end of paragraph that comes or goes alone is seen, as a pilcrow: two
 * paragraphs made one would look unchanged.
 */
export function seenBreaks(nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.map((node): InlineNode => {
    if (!('children' in node)) return node
    const children =
      (node.type === 'insertion' || node.type === 'deletion') && isBreak(node.children)
        ? PILCROW
        : seenBreaks(node.children)
    return { ...node, children: [...children] } as InlineNode
  })
}

const PILCROW: readonly InlineNode[] = [{ type: 'text', value: '¶' }, { type: 'break' }]

function isBreak(nodes: readonly InlineNode[]): boolean {
  return (
    nodes.some(({ type }) => type === 'break') &&
    nodes.every(
      (node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''),
    )
  )
}
