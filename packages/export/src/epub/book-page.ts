import type { ElementContent, Nodes } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { type Child, h } from 'hastscript'
import { directionOf } from '../direction.ts'
import type { Edition } from '../edition/edition.ts'
import { putBlocksOnLines } from '../markup/blocks-on-lines.ts'
import { markDirections, markLabels } from '../markup/mark-direction-and-language.ts'
import { relativeHref } from '../markup/page.ts'
import { printableXml } from '../markup/printable.ts'
import { fitTables } from './fit-tables.ts'

/** One XHTML file of the book. */
export interface BookPage {
  /** Relative to `EPUB/`. */
  readonly path: string
  readonly title: string
  /** Manifest properties (EPUB 3.3, D.4): `nav`, `svg`. */
  readonly properties: readonly string[]
  readonly body: readonly ElementContent[]
}

/** A page as XHTML bytes. Its tree is dropped to save memory. */
export interface WrittenPage extends Omit<BookPage, 'body'> {
  readonly bytes: Uint8Array
  /** True when every picture has an alternative text. */
  readonly isDescribed: boolean
}

/** A file with one section. `kind` is a DPUB-ARIA role without `doc-`, such as `chapter`. */
export function sectionPage(path: string, title: string, kind: string, body: Child[]): BookPage {
  const properties = { role: `doc-${kind}`, 'epub:type': kind, ariaLabel: title }
  return { path, title, properties: [], body: [h('section', properties, ...body)] }
}

export function writtenPage(page: BookPage, edition: Edition): WrittenPage {
  const { path, title, properties, body } = page
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('link', { rel: ['stylesheet'], type: 'text/css', href: relativeHref(path, bookPaths.style) }),
  ])
  const { language } = edition
  const attributes = {
    lang: language,
    'xml:lang': language,
    ...directionOf(language),
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
  }
  const root = h(null, [{ type: 'doctype' }, h('html', attributes, [head, h('body', [...body])])])
  markDirections(root, edition.language, markLabels(root, edition, 'epub'))
  useXmlNames(root)
  fitTables(root, edition.language)
  putBlocksOnLines(root)
  const bytes = new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?>\n${printableXml(toXast(root))}`,
  )
  return { path, title, properties, bytes, isDescribed: body.every(isDescribed) }
}

function isDescribed(node: ElementContent): boolean {
  if (node.type !== 'element') return true
  return node.tagName === 'img'
    ? String(node.properties.alt ?? '').trim() !== ''
    : node.children.every(isDescribed)
}

/** Paths relative to `EPUB/`. The `_` keeps `_amendments` apart from the folders of axes. */
export const bookPaths = {
  cover: 'cover.xhtml',
  coverImage: 'cover.svg',
  title: 'title.xhtml',
  navigation: 'nav.xhtml',
  changes: 'changes.xhtml',
  consensus: 'consensus.xhtml',
  signature: 'signature.xhtml',
  amendments: '_amendments/index.xhtml',
  bibliography: 'bibliography.xhtml',
  colophon: 'colophon.xhtml',
  style: 'style.css',
} as const

/** Turns every `id` into a valid XML name (NCName), and updates links. Changes the tree. */
function useXmlNames(node: Nodes) {
  if ('children' in node) for (const child of node.children) useXmlNames(child)
  if (node.type !== 'element') return
  const { id, href } = node.properties
  if (typeof id === 'string') node.properties.id = xmlName(id)
  if (typeof href !== 'string' || /^[a-z][a-z\d+.-]*:/i.test(href)) return
  const at = href.indexOf('#')
  if (at >= 0) node.properties.href = `${href.slice(0, at + 1)}${xmlName(href.slice(at + 1))}`
}

function xmlName(id: string) {
  const spelt = id.replace(
    /[^A-Za-z\d.-]/gu,
    (letter) => `_${(letter.codePointAt(0) ?? 0).toString(16)}_`,
  )
  return /^[A-Za-z_]/.test(spelt) ? spelt : `_.${spelt}`
}
