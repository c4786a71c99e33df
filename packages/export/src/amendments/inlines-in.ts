import { parseMarkdown, plainText } from '@cahier/prose'
import type { RootContent } from 'mdast'
import type { InlineNode } from '../edition/nodes.ts'
import type { Press } from '../print/press.ts'
import { printInlines } from '../print/print.ts'

/**
 * The inline nodes of some Markdown: what stands on lines of its own, rows of a table included, is
 * set apart by a break.
 */
export function inlinesIn(markdown: string | null, press: Press): InlineNode[] {
  if (markdown === null) return []
  // A call is one only where its note is: notes are written elsewhere in the text.
  const calls = [...new Set([...markdown.matchAll(/\[\^[^\]\s]{1,999}\]/g)].map(([call]) => call))]
  const { children } = parseMarkdown([markdown, ...calls.map((call) => `${call}: .`)].join('\n\n'))
  return linesOf(
    children.filter(({ position }) => (position?.start.offset ?? 0) < markdown.length),
    press,
  )
}

function linesOf(nodes: readonly RootContent[], press: Press): InlineNode[] {
  return joined(
    nodes.map((node) => inlinesOf(node, press)),
    { type: 'break' },
  )
}

function inlinesOf(node: RootContent, press: Press): InlineNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return printInlines(node.children, press)
    case 'tableRow':
      return joined(
        node.children.map((cell) => inlinesOf(cell, press)),
        { type: 'text', value: ' | ' },
      )
    case 'table':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return linesOf(node.children, press)
    case 'code':
      return joined(
        node.value.split('\n').map((value) => [{ type: 'text', value }]),
        { type: 'break' },
      )
    default:
      return [{ type: 'text', value: press.house.text(plainText(node)) }]
  }
}

function joined(parts: readonly (readonly InlineNode[])[], between: InlineNode): InlineNode[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}
