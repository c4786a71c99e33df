import { type Finding, placeOf } from '@cahier/core'
import { isOurComment } from '@cahier/prose'
import type { Html, Nodes, RootContent } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'

/** What is said of raw HTML, which is never printed, and the anchors that its tags made, each with the node it stands in. */
export function htmlFindings(
  tree: Nodes,
  path: string,
): { readonly findings: Finding[]; readonly anchors: ReadonlyMap<string, RootContent> } {
  const anchors = new Map<string, RootContent>()
  const blocks: Html[] = []
  const tags = new Map<string, { readonly first: Html; count: number }>()
  const visit = (node: Nodes, isInline: boolean): void => {
    if (node.type === 'html') {
      for (const [, name = ''] of node.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi))
        if (!anchors.has(name)) anchors.set(name, node)
      if (!isInline && hasWords(node.value)) blocks.push(node)
      // An anchor and nothing more says nothing, and its links are followed.
      else
        for (const [, tag = ''] of withoutComments(node.value).matchAll(
          /<(?!a\s+(?:id|name)\s*=\s*["'][^"'<>]*["']\s*\/?>)([a-z][\w-]*)/gi,
        ))
          countTag(tag.toLowerCase(), node)
    } else if ('children' in node) {
      const holdsWords = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
      for (const child of node.children) visit(child, isInline || holdsWords)
    }
  }
  const countTag = (tag: string, node: Html): void => {
    if (tag === 'br' || tag === 'wbr') return
    const known = tags.get(tag)
    if (known === undefined) tags.set(tag, { first: node, count: 1 })
    else known.count++
  }
  visit(tree, false)
  const findings = [
    ...blocks.map((node) => publicationFinding('publication/html', 'block', path, placeOf(node))),
    ...[...tags].map(([tag, { first, count }]) => publicationFinding('publication/html', 'tag', path, placeOf(first), { tag, count })),
  ]
  return { findings, anchors }
}

/** Pictures count as words: something is lost with them. */
function hasWords(html: string): boolean {
  if (isOurComment(html)) return false
  const left = withoutComments(html)
  return /<(?:img|svg|video|audio|iframe|object|embed|script|style)\b/i.test(left) || /\S/.test(left.replace(/<[^<>]*>/g, ''))
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}
