import type { Nodes, PhrasingContent } from 'mdast'

/**
 * Marks blocks with a BCP 47 tag; empty changes nothing. The mark goes on paragraphs, headings and
 * cells: some formats drop lists. A node already marked keeps its language.
 */
export function markBlocks<Kind extends Nodes>(nodes: readonly Kind[], lang: string): Kind[] {
  if (lang === '') return [...nodes]
  return nodes.map((node): Kind => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      return { ...node, data: { lang, ...node.data } }
    return 'children' in node
      ? { ...node, children: markBlocks(node.children as Nodes[], lang) }
      : node
  })
}

/** Marks inline nodes in the same way. */
export function markWords(words: PhrasingContent[], lang: string): PhrasingContent[] {
  return lang === ''
    ? words
    : words.map((node) => ({ ...node, data: { lang, ...node.data } }) as PhrasingContent)
}
