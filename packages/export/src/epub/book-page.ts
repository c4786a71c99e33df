import type { ElementContent } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { h } from 'hastscript'
import { directionOf } from '../direction.ts'
import type { Edition } from '../edition.ts'
import { relativeHref } from '../markup/addresses.ts'
import { putBlocksOnLines } from '../markup/lines.ts'
import { markDirections } from '../markup/mark-directions.ts'
import { markLabels } from '../markup/mark-labels.ts'
import { printableXml } from '../markup/printable-xml.ts'
import { bookPages } from './book-pages.ts'
import { fitTables } from './fit-tables.ts'
import { useXmlNames } from './xml-names.ts'

/** One XHTML file of the book. */
export interface BookPage {
  /** Relative to `EPUB/`. */
  readonly path: string
  /** What the file is called in the table of contents and by reading systems: the title of what it holds. */
  readonly title: string
  /** Manifest properties (EPUB 3.3, D.4): `nav`, `svg`. */
  readonly properties: readonly string[]
  readonly body: readonly ElementContent[]
}

/** The bytes of a file of the book, in XHTML. */
export function renderBookPage(page: BookPage, edition: Edition): Uint8Array {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', page.title),
    h('link', { rel: ['stylesheet'], type: 'text/css', href: relativeHref(page.path, bookPages.style) }),
  ])
  const { language } = edition
  const attributes = { lang: language, 'xml:lang': language, ...directionOf(language), 'xmlns:epub': 'http://www.idpf.org/2007/ops' }
  const root = h(null, [{ type: 'doctype' }, h('html', attributes, [head, h('body', [...page.body])])])
  markDirections(root, edition.language, markLabels(root, edition, 'epub'))
  useXmlNames(root)
  fitTables(root, edition.language)
  putBlocksOnLines(root)
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${printableXml(toXast(root))}`)
}
