import type { PhrasingContent } from 'mdast'
import { htmlPieces } from './html-tags.ts'
import { BLOCK_TAGS } from './html-tree.ts'

/**
 * Words that tags of blocks part on one line of Markdown (`<li>one</li><li>two</li>` in a table),
 * with `between` where one ends and the next begins.
 */
export function partBlocks(
  nodes: readonly PhrasingContent[],
  between: PhrasingContent,
): PhrasingContent[] {
  const line: PhrasingContent[] = []
  let isAfterWords = false
  let isAtEdge = false
  for (const node of nodes) {
    const said =
      node.type === 'text' && isAtEdge ? { ...node, value: node.value.trimStart() } : node
    if (isEdge(node)) isAtEdge = isAfterWords
    else if (isBreak(node)) isAtEdge = isAfterWords = false
    else if (node.type !== 'html' && !(said.type === 'text' && said.value.trim() === '')) {
      if (isAtEdge) line.push(between)
      isAtEdge = false
      isAfterWords = true
    }
    line.push(said)
  }
  return line
}

function isEdge(node: PhrasingContent): boolean {
  const [piece] = node.type === 'html' ? htmlPieces(node.value) : []
  return piece !== undefined && piece.kind !== 'words' && BLOCK_TAGS.has(piece.tag)
}

function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))
}
