import type { Nodes, PhrasingContent, Text } from 'mdast'
import { placePieces } from './cut-text.ts'

/** `==words==`, which many tools show as if gone over with a marker, as strong words, in place. */
export function strengthenMarks(node: Nodes): void {
  if (!('children' in node)) return
  node.children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? strengthened(child) : [child],
  ) as typeof node.children
  for (const child of node.children) if (child.type !== 'strong') strengthenMarks(child)
}

const MARKED = /(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\r\n]{1,300})(?<=\S)==(?![=\p{L}\p{N}])/gu

function strengthened(node: Text): PhrasingContent[] {
  // What was marked stands at each second place.
  const parts = node.value.includes('==') ? node.value.split(MARKED) : []
  if (parts.length < 2) return [node]
  const pieces = parts.map((value, at): PhrasingContent => {
    const words: Text = { type: 'text', value }
    return at % 2 === 0 ? words : { type: 'strong', children: [words] }
  })
  return placePieces(node, pieces)
}
