import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'

/**
 * The words of a node, with image descriptions, without citations, notes and raw HTML. Each run of
 * blanks is one space.
 */
export function plainText(node: Nodes): string {
  return unfoldedText(node).replace(/\s+/gu, ' ').trim()
}

/** Like `plainText`, but keeps all blanks. */
export function unfoldedText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const between = node.type === 'paragraph' || node.type === 'heading' || isInline(node) ? '' : ' '
  return node.children.map(unfoldedText).join(between)
}

function isInline(node: Nodes) {
  return (
    node.type === 'emphasis' ||
    node.type === 'strong' ||
    node.type === 'delete' ||
    node.type === 'link' ||
    node.type === 'linkReference' ||
    node.type === 'tableCell'
  )
}

/** The headings of a file, in order, by their anchors on GitHub. */
export function headingSlugs(tree: Root): ReadonlyMap<string, Heading> {
  const slugger = new GithubSlugger()
  const slugs = new Map<string, Heading>()
  const visit = (node: Nodes) => {
    // A no-break space makes no hyphen: the anchor of « Pourquoi ? » is `pourquoi`.
    if (node.type === 'heading') {
      const words = unfoldedText(node)
      slugs.set(
        slugger.slug((words.includes('\n') ? words.replace(/\s*\n\s*/g, ' ') : words).trim()),
        node,
      )
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return slugs
}

/**
 * The anchors of `#` headings, found without parsing, which is much faster. Headings with markup
 * may be missing, and lines of code may be among them.
 */
export function plainHeadingSlugs(text: string): ReadonlySet<string> {
  return new Set(
    text.match(/^ {0,3}#{1,6}[ \t].*$/gm)?.map((line) =>
      slug(
        line
          .replace(/(?<![ \t])[ \t]+$/, '')
          .replace(/^ *#+|[ \t]#*$/g, '')
          .trim(),
      ),
    ),
  )
}
