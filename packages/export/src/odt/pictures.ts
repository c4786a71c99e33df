import { mediaTypeOf } from '@cahier/core'
import { imageSize } from 'image-size'

/** A picture in the package. */
export interface Picture {
  /** `Pictures/1.png` */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Rank in the document, from 1. */
  readonly number: number
  /** Pixels, above 0. */
  readonly width: number
  readonly height: number
}

/** The pictures of one document. */
export interface Pictures {
  /** The picture of an asset, put in the package at the first call; `null` when it is no picture that can be measured. */
  readonly put: (asset: string) => Picture | null
  readonly all: () => readonly Picture[]
}

/** No picture yet. `readAsset` gives the bytes of an asset by its path. */
export function newPictures(readAsset: (path: string) => Uint8Array): Pictures {
  const pictures = new Map<string, Picture>()
  return {
    all: () => [...pictures.values()],
    put: (asset) => {
      const known = pictures.get(asset)
      if (known !== undefined) return known
      const bytes = readAsset(asset)
      const mediaType = mediaTypeOf(bytes)
      const extension = extensions.get(mediaType)
      const size = extension === undefined ? null : sizeOf(bytes)
      if (size === null) return null
      const number = pictures.size + 1
      const picture = { path: `Pictures/${number}.${extension}`, mediaType, bytes, number, ...size }
      pictures.set(asset, picture)
      return picture
    },
  }
}

const extensions: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/svg+xml', 'svg'],
])

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : null
  } catch {
    // A truncated or strange file: its alternative text is printed instead.
    return null
  }
}
