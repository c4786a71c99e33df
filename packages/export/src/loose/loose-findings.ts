import { type Finding, lineStartsOf, type MessageData, placeAt, placeOf } from '@cahier/core'
import type { Html, Nodes, RootContent } from 'mdast'
import { everyNode } from '../edition/nodes.ts'
import { type PublicationRule, publicationFinding } from '../publication-messages.ts'
import type { BookLink } from './book-links.ts'
import { htmlTagNames, UNPRINTED_TAGS } from './html/html-tree.ts'
import type { ParsedLooseText } from './read-loose-file.ts'

/**
 * The findings about the links, images and notes of a file. `link` resolves an address; `findImage`
 * returns the path of an image, or an empty string.
 */
export function referenceFindings(
  { path, text, tree }: Pick<ParsedLooseText, 'path' | 'text' | 'tree'>,
  link: (url: string, from: string) => BookLink,
  findImage: (url: string, from: string) => string,
): Finding[] {
  const nodes = everyNode(tree)
  const findings: Finding[] = []
  const report = (
    rule: PublicationRule,
    message: string,
    node: Nodes,
    data: MessageData = {},
    severity: 'info' | 'warning' = 'warning',
  ) => {
    findings.push(publicationFinding(rule, message, path, placeOf(node), data, severity))
  }
  const checkLink = (node: Extract<Nodes, { url: string }>) => {
    const { fault } = link(node.url, path)
    if (fault === null) return
    const { message, data, near, isRemark } = fault
    const meant = findings.length < MOST_SUGGESTIONS ? (near?.() ?? '') : ''
    const [sentence, values] =
      meant === '' ? [message, data] : [`${message}Near`, { ...data, meant }]
    report('publication/link', sentence, node, values, isRemark ? 'info' : 'warning')
  }
  const checkImage = (node: Extract<Nodes, { url: string }>) => {
    const { url } = node
    const kind = /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) ? 'remote' : 'missing'
    if (findImage(url, path) !== '') checkAlternative(node)
    else report('publication/image', url === '' ? 'empty' : kind, node, { url: url.slice(0, 80) })
  }
  const checkAlternative = (node: Nodes) => {
    if ('alt' in node && !node.alt?.trim())
      report('publication/image', 'undescribed', node, {}, 'info')
  }
  for (const node of nodes) {
    if (node.type === 'link') checkLink(node)
    if (node.type === 'image') checkImage(node)
    if (node.type === 'imageReference') checkAlternative(node)
  }
  // An address shared by several references is reported once, at its definition.
  const linkLabels = identifiersOf(nodes, 'linkReference')
  const imageLabels = identifiersOf(nodes, 'imageReference')
  for (const node of nodes) {
    if (node.type !== 'definition') continue
    if (linkLabels.has(node.identifier)) checkLink(node)
    if (imageLabels.has(node.identifier)) checkImage(node)
  }
  return [...findings, ...noteFindings(nodes, path, text)]
}

/** Later findings have no suggestion, because a search compares an address with every name. */
const MOST_SUGGESTIONS = 50

function identifiersOf(nodes: readonly Nodes[], type: Nodes['type']): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => (node.type === type && 'identifier' in node ? node.identifier : [])),
  )
}

function noteFindings(nodes: readonly Nodes[], path: string, text: string): Finding[] {
  const lineStarts = lineStartsOf(text)
  const called = identifiersOf(nodes, 'footnoteReference')
  const written = new Set<string>()
  const faultAt = (message: string, label: string, start: number): Finding => {
    const place = placeAt(lineStarts, start, start + label.length + 3)
    return publicationFinding('publication/note', message, path, place, { label })
  }
  return nodes.flatMap((node): Finding[] => {
    if (node.type === 'text')
      return undefinedCalls(node, text).map(([label, start]) => faultAt('undefined', label, start))
    if (node.type !== 'footnoteDefinition') return []
    const { identifier, label } = node
    const message = written.has(identifier) ? 'twice' : called.has(identifier) ? '' : 'uncalled'
    written.add(identifier)
    const start = placeOf(node).start.offset
    return message === '' ? [] : [faultAt(message, label ?? identifier, start)]
  })
}

// The parser reads a call without a note as text; only the source shows an escaped bracket.
function undefinedCalls(node: Nodes, text: string): (readonly [label: string, start: number])[] {
  const { start, end } = placeOf(node)
  const calls = text.slice(start.offset, end.offset).matchAll(/(?<!\\)\[\^([^[\]\s^]{1,200})\]/g)
  return Array.from(calls, ({ 1: label = '', index }) => [label, start.offset + index] as const)
}

/** The findings about raw HTML, one for each tag name, and the HTML node of each anchor. */
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
