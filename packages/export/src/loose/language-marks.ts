import type { Nodes, PhrasingContent } from 'mdast'

/**
 * Copies of blocks with a language, a BCP 47 tag, in `data.lang`, unless one is set. Marks
 * paragraphs, headings and cells, since some formats drop lists.
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

/** Copies of inline nodes with a language, unless one is set. */
export function markWords(words: PhrasingContent[], lang: string): PhrasingContent[] {
  return lang === ''
    ? words
    : words.map((node) => ({ ...node, data: { lang, ...node.data } }) as PhrasingContent)
}
