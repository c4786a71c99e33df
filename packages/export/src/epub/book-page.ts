import type { ElementContent } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { h } from 'hastscript'
import { directionOf } from '../direction.ts'
import type { Edition } from '../edition/edition.ts'
import { putBlocksOnLines } from '../markup/lines.ts'
import { markDirections } from '../markup/mark-directions.ts'
import { markLabels } from '../markup/mark-labels.ts'
import { printableXml } from '../markup/printable-xml.ts'
import { relativeHref } from '../markup/relative-href.ts'
import { bookPages } from './book-pages.ts'
import { fitTables } from './fit-tables.ts'
import { useXmlNames } from './xml-names.ts'

/** One XHTML file of the book. */
export interface BookPage {
  /** Relative to `EPUB/`. */
  readonly path: string
  /**
   * What the file is called in the table of contents and by reading systems: the title of what it
   * holds.
   */
  readonly title: string
  /** Manifest properties (EPUB 3.3, D.4): `nav`, `svg`. */
  readonly properties: readonly string[]
  readonly body: readonly ElementContent[]
}

/** The same in bytes of XHTML, its tree let go of. */
export interface WrittenPage extends Omit<BookPage, 'body'> {
  readonly bytes: Uint8Array
  /** Whether each picture that it shows has words beside it. */
  readonly isDescribed: boolean
}

export function writtenPage(page: BookPage, edition: Edition): WrittenPage {
  const { path, title, properties, body } = page
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('link', { rel: ['stylesheet'], type: 'text/css', href: relativeHref(path, bookPages.style) }),
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
