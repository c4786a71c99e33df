import type { FlowNode, InlineNode } from './edition.ts'

/**
 * The words alone: no emphasis, no calls to notes; an image gives its alternative text. For titles,
 * descriptions and labels.
 */
export function plainText(nodes: readonly (InlineNode | FlowNode)[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: InlineNode | FlowNode): string {
  if (node.type === 'noteCall') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'image') return node.alt ?? ''
  if ('children' in node) return plainText(node.children)
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
    ? node.value
    : ''
}
