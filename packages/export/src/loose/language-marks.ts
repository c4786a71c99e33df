import type { Nodes, PhrasingContent } from 'mdast'

/**
 * Marks blocks with their language, a BCP 47 tag; empty changes nothing. The mark goes on the nodes
 * that hold words, since some formats keep only the paragraphs of a list. An own mark wins.
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

/** Marks inline nodes with their language; empty changes nothing. */
export function markWords(words: PhrasingContent[], lang: string): PhrasingContent[] {
  return lang === ''
    ? words
    : words.map((node) => ({ ...node, data: { lang, ...node.data } }) as PhrasingContent)
}
