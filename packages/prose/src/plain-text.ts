import type { Nodes } from 'mdast'

/**
 * The words of a node without their markup: image alternatives in, citations, notes and raw HTML
 * out; spaces folded, trimmed.
 */
export function plainText(node: Nodes): string {
  return unfoldedText(node).replace(/\s+/gu, ' ').trim()
}

/** The same, with its blanks as they are written. */
export function unfoldedText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const between = node.type === 'paragraph' || node.type === 'heading' || isInline(node) ? '' : ' '
  return node.children.map(unfoldedText).join(between)
}

function isInline(node: Nodes): boolean {
  return (
    node.type === 'emphasis' ||
    node.type === 'strong' ||
    node.type === 'delete' ||
    node.type === 'link' ||
    node.type === 'linkReference' ||
    node.type === 'tableCell'
  )
}
