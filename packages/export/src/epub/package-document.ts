import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Edition } from '../edition.ts'
import { editionInstant } from '../markup/edition-instant.ts'
import { printable } from '../markup/printable.ts'
import { allDescribed, type ShownImage } from '../markup/shown-images.ts'
import { uuidFrom } from '../markup/uuid-from.ts'
import type { BookPage } from './book-page.ts'
import { bookPages } from './book-pages.ts'

/** What the book is made of and in what order it is read (EPUB 3.3, 5). */
export function packageDocument(edition: Edition, pages: readonly BookPage[], images: readonly ShownImage[]): Uint8Array {
  const items = [
    ...pages.map((page, index) => item(`t${index}`, page.path, 'application/xhtml+xml', page.properties)),
    item('style', bookPages.style, 'text/css', []),
    item('cover-image', bookPages.coverImage, 'image/svg+xml', ['cover-image']),
    ...images.map((image, index) => item(`i${index}`, image.path, image.mediaType, [])),
  ]
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('package', { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': edition.language }, [
      metadata(edition, images.length > 0),
      x('manifest', items),
      x(
        'spine',
        pages.map((_, index) => x('itemref', { idref: `t${index}` })),
      ),
    ]),
  ])
  return new TextEncoder().encode(printable(toXml(tree, { closeEmptyElements: true })).replaceAll('><', '>\n<'))
}

function item(id: string, href: string, mediaType: string, properties: readonly string[]): Element {
  return x('item', {
    id,
    href: href.split('/').map(encodeURIComponent).join('/'),
    'media-type': mediaType,
    properties: properties.join(' ') || null,
  })
}

function metadata(edition: Edition, hasImages: boolean): Element {
  return x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    x('dc:identifier', { id: 'id' }, `urn:uuid:${uuidFrom(edition.identifier, edition.edition)}`),
    x('dc:title', edition.title),
    x('dc:language', edition.language),
    ...(edition.publisher === '' ? [] : [x('dc:creator', edition.publisher), x('dc:publisher', edition.publisher)]),
    x('dc:date', editionInstant(edition).slice(0, 10)),
    ...(edition.licence === '' ? [] : [x('dc:rights', edition.licence)]),
    meta('dcterms:modified', editionInstant(edition)),
    ...accessibility(edition, hasImages).map(([property, value]) => meta(`schema:${property}`, value)),
  ])
}

/** Only what the content bears out: alternative texts are claimed when there are images and each has one (EPUB Accessibility 1.1, 2). */
function accessibility(edition: Edition, hasImages: boolean): (readonly [string, string])[] {
  const described = allDescribed(edition)
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    ...(hasImages && described ? ['alternativeText'] : []),
  ]
  return [
    ['accessMode', 'textual'],
    ...(hasImages ? [['accessMode', 'visual'] as const] : []),
    ...(described ? [['accessModeSufficient', 'textual'] as const] : []),
    ...(hasImages ? [['accessModeSufficient', 'textual,visual'] as const] : []),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', edition.words.accessibilitySummary],
  ]
}

function meta(property: string, value: string): Element {
  return x('meta', { property }, value)
}
