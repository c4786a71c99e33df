import type { Nodes } from 'mdast'

/**
 * Blocks that are in a language, a BCP 47 tag; `''` changes nothing. It is said of what holds
 * words: of a list, some formats have only its paragraphs. What says its own language keeps it.
 */
export function spoken<Kind extends Nodes>(nodes: readonly Kind[], lang: string): Kind[] {
  if (lang === '') return [...nodes]
  return nodes.map((node): Kind => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      return { ...node, data: { lang, ...node.data } }
    return 'children' in node ? { ...node, children: spoken(node.children as Nodes[], lang) } : node
  })
}
