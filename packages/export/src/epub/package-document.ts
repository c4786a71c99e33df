import type { Element } from 'xast'
import { x } from 'xastscript'
import { directionOf, isRightToLeft } from '../direction.ts'
import { type Edition, editionInstant } from '../edition/edition.ts'
import type { ShownImage } from '../images/image-findings.ts'
import { printableXml } from '../markup/printable.ts'
import { uuidFrom } from '../markup/uuid-from.ts'
import { bookPaths, type WrittenPage } from './book-page.ts'

/** The package document: metadata, manifest and reading order (EPUB 3.3, 5). */
export function packageDocument(
  edition: Edition,
  pages: readonly WrittenPage[],
  images: readonly ShownImage[],
): string {
  const { language } = edition
  const items = [
    ...pages.map((page, index) =>
      item(`t${index}`, page.path, 'application/xhtml+xml', page.properties.join(' ')),
    ),
    item('style', bookPaths.style, 'text/css'),
    item('cover-image', bookPaths.coverImage, 'image/svg+xml', 'cover-image'),
    ...images.map(({ path, mediaType }, index) => item(`i${index}`, path, mediaType)),
  ]
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': language,
    ...directionOf(language),
  }
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('package', attributes, [
      metadata(edition, accessibilityClaims(edition, pages, images)),
      x('manifest', items),
      x(
        'spine',
        { 'page-progression-direction': isRightToLeft(language) ? 'rtl' : null },
        pages.map((_, index) => x('itemref', { idref: `t${index}` })),
      ),
    ]),
  ])
  return printableXml(tree, { closeEmptyElements: true }).replaceAll('><', '>\n<')
}

function item(id: string, href: string, mediaType: string, properties = '') {
  return x('item', {
    id,
    href: href.split('/').map(encodeURIComponent).join('/'),
    'media-type': mediaType,
    properties: properties || null,
  })
}

function metadata(edition: Edition, claims: readonly Element[]): Element {
  const { publisher, licence } = edition
  const instant = editionInstant(edition)
  return x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    x('dc:identifier', { id: 'id' }, `urn:uuid:${identifierOf(edition)}`),
    x('dc:title', [edition.title || edition.name, edition.subtitle].filter(Boolean).join('. ')),
    x('dc:language', edition.language),
    publisher === '' ? null : x('dc:creator', publisher),
    publisher === '' ? null : x('dc:publisher', publisher),
    edition.date === '' ? null : x('dc:date', instant.slice(0, 10)),
    licence === '' ? null : x('dc:rights', licence),
    meta('dcterms:modified', instant),
    // The pages follow no printed edition (Page Source Identification, W3C).
    meta('pageBreakSource', 'none'),
    ...claims,
  ])
}

/** Made from identifier and edition. Drafts and selections have UUIDs of their own. */
function identifierOf(edition: Edition) {
  return uuidFrom(
    edition.identifier || edition.name,
    edition.edition,
    ...(edition.subtitle === '' ? [] : [edition.name]),
    ...(edition.draft ? ['draft'] : []),
  )
}

function meta(property: string, value: string) {
  return x('meta', { property }, value)
}

/**
 * Accessibility metadata (EPUB Accessibility 1.1, 2.2). The cover is not counted as an image.
 * Conformance is never claimed: a person must assess it.
 */
function accessibilityClaims(
  edition: Edition,
  pages: readonly WrittenPage[],
  images: readonly ShownImage[],
): readonly Element[] {
  const { words } = edition
  const described = pages.every(({ isDescribed }) => isDescribed)
  const hasImages = images.length > 0
  const moving = images.some(mayMove)
  const summary = [
    words.accessibilitySummary,
    words.accessiblePages,
    hasImages ? (described ? words.accessibleImages : words.undescribedImages) : '',
    moving ? words.movingImages : '',
    words.notAssessed,
  ]
  const claims: Readonly<Record<string, readonly string[]>> = {
    accessMode: ['textual', hasImages ? 'visual' : ''],
    accessModeSufficient: [described ? 'textual' : '', hasImages ? 'textual,visual' : ''],
    accessibilityFeature: [...FEATURES, hasImages && described ? 'alternativeText' : ''],
    accessibilityHazard: moving ? ['unknown', 'noSoundHazard'] : ['none'],
    accessibilitySummary: [summary.filter(Boolean).join(' ')],
  }
  return Object.entries(claims).flatMap(([property, values]) =>
    values.filter(Boolean).map((value) => meta(`schema:${property}`, value)),
  )
}

const FEATURES = [
  'structuralNavigation',
  'tableOfContents',
  'readingOrder',
  'displayTransformability',
  'pageNavigation',
  'pageBreakMarkers',
]

function mayMove({ mediaType, bytes }: ShownImage) {
  const holds = (letters: string, within: number) =>
    String.fromCharCode(...bytes.subarray(0, within)).includes(letters)
  return (
    mediaType === 'image/gif' ||
    (mediaType === 'image/webp' && holds('ANIM', 64)) ||
    (mediaType === 'image/png' && holds('acTL', 4096))
  )
}
