import type { Heading, Root, RootContent } from 'mdast'
import { type Parser, parseMarkdown } from '../markdown/parse-markdown.ts'
import { plainText } from './plain-text.ts'

/** Parses Markdown from offset `from` on, and cuts it at level-2 headings. */
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

export interface Body {
  readonly tree: Root
  /** The nodes before the first level-2 heading. */
  readonly opening: readonly RootContent[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly title: string
  readonly heading: Heading
  readonly nodes: readonly RootContent[]
}
