import { type Finding, placeOf } from '@cahier/core'
import type { Html, Nodes, RootContent } from 'mdast'
import { publicationFinding } from '../../publication-messages.ts'
import { everyNode } from '../every-node.ts'
import { htmlTagNames, UNPRINTED_TAGS } from './html-tree.ts'

/** The findings about raw HTML, one for each tag name; the HTML node of each anchor. */
export function htmlFindings(
  tree: Nodes,
  path: string,
): { readonly findings: Finding[]; readonly anchors: ReadonlyMap<string, RootContent> } {
  const anchors = new Map<string, RootContent>()
  const tags = new Map<string, { readonly first: Html; count: number }>()
  for (const node of everyNode(tree)) {
    if (node.type !== 'html') continue
    for (const [, name = ''] of node.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi))
      if (!anchors.has(name)) anchors.set(name, node)
    for (const tag of htmlTagNames(node.value)) {
      const known = tags.get(tag)
      if (known !== undefined) known.count++
      else if (!WRITTEN_TAGS.has(tag)) tags.set(tag, { first: node, count: 1 })
    }
  }
  const findings = [...tags].map(([tag, { first, count }]) => {
    const message = UNPRINTED_TAGS.has(tag) ? 'unprinted' : 'tag'
    return publicationFinding('publication/html', message, path, placeOf(first), { tag, count })
  })
  return { findings, anchors }
}

/** Tags that Markdown can express, or that change nothing in print. */
const WRITTEN_TAGS: ReadonlySet<string> = new Set(
  (
    'a b blockquote body br caption code dd del details dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr html i img li mark noscript ol p picture pre s source strike strong ' +
    'summary table tbody td tfoot th thead tr ul wbr'
  ).split(' '),
)
