import type { Document } from '@cahier/core'
import { isOurComment, leafBlocks, type Section } from '@cahier/prose'

/**
 * The source of some blocks for somebody who compares two texts: a paragraph is one line wherever
 * its lines were cut, and what the blocks call (notes, addresses of links) follows them.
 */
export function readableSource(nodes: readonly Block[], document: Document): string {
  const called = new Set(nodes.flatMap(callsIn))
  const definitions = (document.body?.tree.children ?? []).filter(
    (node) =>
      (node.type === 'footnoteDefinition' || node.type === 'definition') &&
      called.has(node.identifier) &&
      !nodes.includes(node),
  )
  return [...nodes, ...definitions]
    .filter((node) => node.type !== 'html' || !isOurComment(node.value))
    .map((node) => sourceOf(node, document.text))
    .join('\n\n')
}

type Block = Section['nodes'][number]

function sourceOf(node: Block, text: string): string {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  let written = ''
  let from = start
  for (const { node: leaf, text: source } of leafBlocks({ type: 'root', children: [node] }, text)) {
    const at = leaf.position?.start.offset ?? from
    written +=
      text.slice(from, at) + (leaf.type === 'paragraph' ? source.replace(SOFT_BREAK, ' ') : source)
    from = leaf.position?.end.offset ?? from
  }
  return (written + text.slice(from, end)).replace(/\r\n/g, '\n')
}

// A line end that is only where an editor cut, the marks of a quotation after it included.
const SOFT_BREAK = /(?<!\\|\s)[ \t]?\r?\n[ \t]*(?:>[ \t]*)*/g

function callsIn(node: Block): readonly string[] {
  if (
    node.type === 'footnoteReference' ||
    node.type === 'linkReference' ||
    node.type === 'imageReference'
  )
    return [node.identifier]
  return 'children' in node ? node.children.flatMap(callsIn) : []
}
