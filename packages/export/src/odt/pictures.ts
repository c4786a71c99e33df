import { imageType, sizeOf } from '../images/image-type.ts'

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
  /**
   * The picture of an asset, put in the package at the first call; `null` when it is no picture
   * that can be measured.
   */
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
