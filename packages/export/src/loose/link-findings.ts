import { type Finding, lineStartsOf, placeOf } from '@cahier/core'
import type { Nodes, Root } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'
import type { BookLink } from './book-addresses.ts'
import { noteFindings } from './note-findings.ts'

/**
 * What is said of the links, images and notes of a file. `link` resolves an address, `findImage`
 * gives the file of an image or `''`.
 */
export function linkFindings(
  { path, text, tree }: { readonly path: string; readonly text: string; readonly tree: Root },
  link: (url: string, from: string) => BookLink,
  findImage: (url: string, from: string) => string,
): Finding[] {
  const findings: Finding[] = []
  const asLinks = new Set<string>()
  const asImages = new Set<string>()
  const aboutLink = (url: string, node: Nodes): void => {
    const { fault } = link(url, path)
    if (fault === null) return
    const meant = findings.length < MOST_GUESSES ? (fault.near?.() ?? '') : ''
    const [message, data] =
      meant === ''
        ? [fault.message, fault.data]
        : [`${fault.message}Near`, { ...fault.data, meant }]
    findings.push(
      publicationFinding(
        'publication/link',
        message,
        path,
        placeOf(node),
        data,
        fault.isRemark === true ? 'info' : 'warning',
      ),
    )
  }
  const aboutImage = (url: string, node: Nodes): void => {
    if (findImage(url, path) !== '') {
      aboutAlternative(node)
      return
    }
    const message =
      url === '' ? 'empty' : /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) ? 'remote' : 'missing'
    findings.push(
      publicationFinding('publication/image', message, path, placeOf(node), {
        url: url.slice(0, 80),
      }),
    )
  }
  const aboutAlternative = (node: Nodes): void => {
    if ('alt' in node && !node.alt?.trim())
      findings.push(
        publicationFinding('publication/image', 'undescribed', path, placeOf(node), {}, 'info'),
      )
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'link') aboutLink(node.url, node)
    if (node.type === 'image') aboutImage(node.url, node)
    if (node.type === 'imageReference') aboutAlternative(node)
    if (node.type === 'linkReference') asLinks.add(node.identifier)
    if (node.type === 'imageReference') asImages.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  // Of an address given once for several links, one thing is said, where it is given.
  for (const node of definitionsIn(tree)) {
    if (asLinks.has(node.identifier)) aboutLink(node.url, node)
    if (asImages.has(node.identifier)) aboutImage(node.url, node)
  }
  return [...findings, ...noteFindings(tree, path, text, lineStartsOf(text))]
}

/** In one file; past that nobody reads them, and each costs a look at every name. */
const MOST_GUESSES = 50

function definitionsIn(node: Nodes): Extract<Nodes, { type: 'definition' }>[] {
  if (node.type === 'definition') return [node]
  return 'children' in node ? node.children.flatMap(definitionsIn) : []
}
