import type { PhrasingContent } from 'mdast'
import { type FlowNode, rewritten } from '../edition/nodes.ts'

const MARKED: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * Copies of blocks, marked with the language `lang` (a BCP 47 tag) unless they have one. Paragraphs
 * are marked, and not lists, because some formats drop the language of lists.
 */
export function markBlocks(nodes: readonly FlowNode[], lang: string): FlowNode[] {
  return rewritten(nodes, (node) =>
    lang !== '' && MARKED.has(node.type) ? [{ ...node, data: { lang, ...node.data } }] : null,
  )
}

/** Copies of inline nodes, marked with the language `lang` unless they have one. */
export function markWords(words: PhrasingContent[], lang: string): PhrasingContent[] {
  return lang === ''
    ? words
    : words.map((node) => ({ ...node, data: { lang, ...node.data } }) as PhrasingContent)
}
