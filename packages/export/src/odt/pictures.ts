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

export interface Pictures {
  /** The picture of an asset, added to the package once; null when it cannot be shown. */
  readonly put: (asset: string) => Picture | null
  readonly all: () => readonly Picture[]
}

export function newPictures(readAsset: (path: string) => Uint8Array): Pictures {
  const pictures = new Map<string, Picture>()
  return {
    all: () => [...pictures.values()],
    put: (asset) => {
      const known = pictures.get(asset)
      if (known !== undefined) return known
      const bytes = readAsset(asset)
      const type = imageType(bytes)
      const size = type === null ? null : sizeOf(bytes)
      if (type === null || size === null) return null
      const number = pictures.size + 1
      const picture = {
        path: `Pictures/${number}.${type.ending}`,
        mediaType: type.mediaType,
        bytes,
        number,
        ...size,
      }
      pictures.set(asset, picture)
      return picture
    },
  }
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
  sheet: Sheet,
  isAlone: boolean,
): Element {
  const { measure, picture: tallest } = sheet
  const natural = (picture.width / 110) * 2.54
  const scale = Math.min(1, measure / natural, tallest / ((picture.height / 110) * 2.54))
  const width = natural * scale
  const attributes = {
    'draw:style-name': isAlone ? 'Cahier_20_Picture_20_Alone' : 'Graphics',
    'draw:name': `Image ${picture.number}`,
    'text:anchor-type': 'as-char',
    'svg:width': cm(width),
    'svg:height': cm((width * picture.height) / picture.width),
  }
  return x('draw:frame', attributes, [
    x('draw:image', {
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
      'xlink:href': picture.path,
    }),
    ...(title === '' ? [] : [x('svg:title', title)]),
    x('svg:desc', alternative),
  ])
}
