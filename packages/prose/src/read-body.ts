import type { Heading, RootContent } from 'mdast'
import type { Body, Section } from './body.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { Parser } from './parser.ts'
import { plainText } from './plain-text.ts'

/**
 * Parses the Markdown that follows `from`, with the reference unless another is given, and cuts it
 * at its level-2 headings.
 */
export function readBody(text: string, from = 0, parse: Parser = parseMarkdown): Body {
  const tree = parse(text, from)
  const opening: RootContent[] = []
  const sections: { title: string; heading: Heading; nodes: RootContent[] }[] = []
  for (const node of tree.children) {
    const last = sections.at(-1)
    if (node.type === 'heading' && node.depth === 2)
      sections.push({ title: plainText(node), heading: node, nodes: [] })
    else if (last === undefined) opening.push(node)
    else last.nodes.push(node)
  }
  return { tree, opening, sections: sections satisfies Section[] }
}
