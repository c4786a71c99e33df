import type { Element } from 'xast'
import { x } from 'xastscript'
import { directionOf, isRightToLeft } from '../direction.ts'
import { type Edition, editionInstant } from '../edition/edition.ts'
import type { ShownImage } from '../images/shown-images.ts'
import { printableXml } from '../markup/printable-xml.ts'
import { uuidFrom } from '../markup/uuid-from.ts'
import { accessibilityClaims, type Claim } from './accessibility.ts'
import type { WrittenPage } from './book-page.ts'
import { bookPages } from './book-pages.ts'

/** What the book is made of and in what order it is read (EPUB 3.3, 5). */
export function packageDocument(
  edition: Edition,
  pages: readonly WrittenPage[],
  images: readonly ShownImage[],
): Uint8Array {
  const items = [
    ...pages.map((page, index) =>
      item(`t${index}`, page.path, 'application/xhtml+xml', page.properties),
    ),
    item('style', bookPages.style, 'text/css', []),
    item('cover-image', bookPages.coverImage, 'image/svg+xml', ['cover-image']),
    ...images.map((image, index) => item(`i${index}`, image.path, image.mediaType, [])),
  ]
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': edition.language,
        ...directionOf(edition.language),
      },
      [
        metadata(edition, accessibilityClaims(edition, pages, images)),
        x('manifest', items),
        x(
          'spine',
          { 'page-progression-direction': isRightToLeft(edition.language) ? 'rtl' : undefined },
          pages.map((_, index) => x('itemref', { idref: `t${index}` })),
        ),
      ],
    ),
  ])
  return new TextEncoder().encode(
    printableXml(tree, { closeEmptyElements: true }).replaceAll('><', '>\n<'),
  )
}

function item(id: string, href: string, mediaType: string, properties: readonly string[]): Element {
  return x('item', {
    id,
    href: href.split('/').map(encodeURIComponent).join('/'),
    'media-type': mediaType,
    properties: properties.join(' ') || null,
  })
}

function metadata(edition: Edition, claims: readonly Claim[]): Element {
  return x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    x('dc:identifier', { id: 'id' }, `urn:uuid:${identifierOf(edition)}`),
    x('dc:title', [edition.title || edition.name, edition.subtitle].filter(Boolean).join('. ')),
    x('dc:language', edition.language),
    ...(edition.publisher === ''
      ? []
      : [x('dc:creator', edition.publisher), x('dc:publisher', edition.publisher)]),
    ...(edition.date === '' ? [] : [x('dc:date', editionInstant(edition).slice(0, 10))]),
    ...(edition.licence === '' ? [] : [x('dc:rights', edition.licence)]),
    meta('dcterms:modified', editionInstant(edition)),
    // Its pages are its own (Page Source Identification, W3C): no printed edition has them.
    meta('pageBreakSource', 'none'),
    ...claims.map(([property, value]) => meta(`schema:${property}`, value)),
  ])
}

/**
 * The same for an edition whatever becomes of its title; another for each part of it that is
 * published apart, and for a draft.
 */
function identifierOf(edition: Edition): string {
  return uuidFrom(
    edition.identifier || edition.name,
    edition.edition,
    ...(edition.subtitle === '' ? [] : [edition.name]),
    ...(edition.draft ? ['draft'] : []),
  )
}

function meta(property: string, value: string): Element {
  return x('meta', { property }, value)
}
