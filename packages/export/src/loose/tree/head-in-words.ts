import type { Nodes } from 'mdast'
import { type Head, textIn } from '../head-fields.ts'

/**
 * Writes in words, in place, what a text takes from its own head: `{{ $frontmatter.title }}` of
 * VitePress, `{{ page.title }}` of Jekyll. A field that is not there stays as written.
 */
export function sayHead(node: Nodes, head: Head): void {
  if (node.type === 'text' && node.value.includes('{{'))
    node.value = node.value.replace(FIELD, (written, name: string) => textIn(head, name) || written)
  if ('children' in node) for (const child of node.children) sayHead(child, head)
}

const FIELD = /\{\{-?[ \t]*(?:\$frontmatter|page)\.([\w-]+)[ \t]*-?\}\}/g
