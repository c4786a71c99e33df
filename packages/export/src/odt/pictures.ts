import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { imageType, sizeOf } from '../images/image-type.ts'
import { cm, type Sheet } from './sheet.ts'

export interface Picture {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The rank in the document, from 1. */
  readonly number: number
  /** In pixels, above 0. */
  readonly width: number
  readonly height: number
}

interface Pictures {
  readonly pictures: Map<string, Picture>
  readonly readAsset: (path: string) => Uint8Array
}

/** The picture of an asset, added to the document once; null when it cannot be shown. */
export function loadPicture(asset: string, { pictures, readAsset }: Pictures): Picture | null {
  const known = pictures.get(asset)
  if (known !== undefined) return known
  const bytes = readAsset(asset)
  const type = imageType(bytes)
  const size = type && sizeOf(bytes)
  if (!type || !size) return null
  const number = pictures.size + 1
  const { mediaType, ending } = type
  const picture = { path: `Pictures/${number}.${ending}`, mediaType, bytes, number, ...size }
  pictures.set(asset, picture)
  return picture
}

/** True when a picture is at least half as wide as the text. */
export function holdsWidePicture(content: readonly ElementContent[], sheet: Sheet): boolean {
  return content.some(
    (node) =>
      node.type === 'element' &&
      (node.name === 'draw:frame'
        ? Number.parseFloat(node.attributes['svg:width'] ?? '') >= sheet.measure / 2
        : holdsWidePicture(node.children as ElementContent[], sheet)),
  )
}

/**
 * A picture at 110 pixels an inch, or smaller to fit the page. When `isAlone`, its top is level
 * with the block number.
 */
export function frame(
  picture: Picture,
  title: string,
  alternative: string,
  { measure, picture: tallest }: Pick<Sheet, 'measure' | 'picture'>,
  isAlone: boolean,
): Element {
  const natural = (picture.width / 110) * 2.54
  const scale = Math.min(1, measure / natural, tallest / ((picture.height / 110) * 2.54))
  const width = natural * scale
  const attributes = {
    'draw:style-name': isAlone ? 'Cahier Picture Alone' : 'Graphics',
    'draw:name': `Image ${picture.number}`,
    'text:anchor-type': 'as-char',
    'svg:width': cm(width),
    'svg:height': cm((width * picture.height) / picture.width),
  }
  const image = {
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
    'xlink:href': picture.path,
  }
  return x(
    'draw:frame',
    attributes,
    x('draw:image', image),
    title === '' ? null : x('svg:title', title),
    x('svg:desc', alternative),
  )
}
