import { type Finding, lineStartsOf, placeAt, placeOf } from '@cahier/core'
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'
import type { BookLink } from './book-links.ts'

/**
 * The findings about the links, images and notes of a file. `link` resolves an address; `findImage`
 * returns the path of an image, or an empty string.
 */
export function referenceFindings(
  { path, text, tree }: { readonly path: string; readonly text: string; readonly tree: Root },
  link: (url: string, from: string) => BookLink,
  findImage: (url: string, from: string) => string,
): Finding[] {
  const findings: Finding[] = []
  const linkLabels = new Set<string>()
  const imageLabels = new Set<string>()
  const checkLink = (url: string, node: Nodes): void => {
    const { fault } = link(url, path)
    if (fault === null) return
    const meant = findings.length < MOST_SUGGESTIONS ? (fault.near?.() ?? '') : ''
    const [message, data] =
      meant === ''
        ? [fault.message, fault.data]
        : [`${fault.message}Near`, { ...fault.data, meant }]
    const severity = fault.isRemark === true ? 'info' : 'warning'
    findings.push(
      publicationFinding('publication/link', message, path, placeOf(node), data, severity),
    )
  }
  const checkImage = (url: string, node: Nodes): void => {
    if (findImage(url, path) !== '') {
      checkAlternative(node)
      return
    }
    const message =
      url === '' ? 'empty' : /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) ? 'remote' : 'missing'
    const data = { url: url.slice(0, 80) }
    findings.push(publicationFinding('publication/image', message, path, placeOf(node), data))
  }
  const checkAlternative = (node: Nodes): void => {
    if ('alt' in node && !node.alt?.trim())
      findings.push(
        publicationFinding('publication/image', 'undescribed', path, placeOf(node), {}, 'info'),
      )
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'link') checkLink(node.url, node)
    if (node.type === 'image') checkImage(node.url, node)
    if (node.type === 'imageReference') checkAlternative(node)
    if (node.type === 'linkReference') linkLabels.add(node.identifier)
    if (node.type === 'imageReference') imageLabels.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  // An address shared by several references is reported once, at its definition.
  for (const node of definitionsIn(tree)) {
    if (linkLabels.has(node.identifier)) checkLink(node.url, node)
    if (imageLabels.has(node.identifier)) checkImage(node.url, node)
  }
  return [...findings, ...noteFindings(tree, path, text)]
}

/** The most suggestions for one file: each compares an address with every name. */
const MOST_SUGGESTIONS = 50

function definitionsIn(node: Nodes): Extract<Nodes, { type: 'definition' }>[] {
  if (node.type === 'definition') return [node]
  return 'children' in node ? node.children.flatMap(definitionsIn) : []
}

/** Reports calls without a note, notes without a call, and notes written twice. */
function noteFindings(tree: Root, path: string, text: string): Finding[] {
  const lineStarts = lineStartsOf(text)
  const called = new Set<string>()
  const written = new Map<string, FootnoteDefinition>()
  const findings: Finding[] = []
  const report = (message: string, label: string, start: number): void => {
    const place = placeAt(lineStarts, start, start + label.length + 3)
    findings.push(publicationFinding('publication/note', message, path, place, { label }))
  }
  const reportNote = (message: string, node: FootnoteDefinition): void =>
    report(message, node.label ?? node.identifier, placeOf(node).start.offset)
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type === 'footnoteDefinition') {
      if (written.has(node.identifier)) reportNote('twice', node)
      else written.set(node.identifier, node)
    }
    if (node.type === 'text')
      for (const { label, start } of undefinedCalls(node, text)) report('undefined', label, start)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const [identifier, node] of written)
    if (!called.has(identifier)) reportNote('uncalled', node)
  return findings
}

// The parser takes a call without a note for plain text. Only the source shows an escaped bracket.
function undefinedCalls(
  node: Nodes,
  text: string,
): { readonly label: string; readonly start: number }[] {
  const { start, end } = placeOf(node)
  const source = text.slice(start.offset, end.offset)
  if (!source.includes('[^')) return []
  return [...source.matchAll(/(?<!\\)\[\^([^[\]\s^]{1,200})\]/g)].map((match) => ({
    label: match[1] as string,
    start: start.offset + match.index,
  }))
}
