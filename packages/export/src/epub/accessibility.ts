import type { Edition } from '../edition/edition.ts'
import type { ShownImage } from '../images/shown-images.ts'
import type { WrittenPage } from './book-page.ts'

/** A property of the schema.org vocabulary, without its prefix, and its value. */
export type Claim = readonly [property: string, value: string]

/**
 * What the book says of its accessibility (EPUB Accessibility 1.1, 2.2): only what its content
 * bears out. Drawings that repeat words printed beside them are not counted as images, nor is the
 * cover. Conformance is never claimed: a person has to assess it. `pages` are those of the text,
 * `images` the files they show.
 */
export function accessibilityClaims(
  edition: Edition,
  pages: readonly WrittenPage[],
  images: readonly ShownImage[],
): readonly Claim[] {
  const { words } = edition
  const described = pages.every(({ isDescribed }) => isDescribed)
  const moving = images.some(mayMove)
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'pageNavigation',
    'pageBreakMarkers',
    ...(images.length > 0 && described ? ['alternativeText'] : []),
  ]
  const summary = [
    words.accessibilitySummary,
    words.accessiblePages,
    images.length === 0 ? '' : described ? words.accessibleImages : words.undescribedImages,
    moving ? words.movingImages : '',
    words.notAssessed,
  ]
  return [
    ['accessMode', 'textual'],
    ...(images.length > 0 ? [['accessMode', 'visual'] as const] : []),
    ...(described ? [['accessModeSufficient', 'textual'] as const] : []),
    ...(images.length > 0 ? [['accessModeSufficient', 'textual,visual'] as const] : []),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ...(moving ? ['unknown', 'noSoundHazard'] : ['none']).map(
      (hazard) => ['accessibilityHazard', hazard] as const,
    ),
    ['accessibilitySummary', summary.filter(Boolean).join(' ')],
  ]
}

/**
 * Could it flash? Formats that may hold several frames are taken at their word only when they say
 * that they do not.
 */
function mayMove(image: ShownImage): boolean {
  const holds = (letters: string, within: number) =>
    String.fromCharCode(...image.bytes.subarray(0, within)).includes(letters)
  if (image.mediaType === 'image/gif') return true
  if (image.mediaType === 'image/webp') return holds('ANIM', 64)
  return image.mediaType === 'image/png' && holds('acTL', 4096)
}
