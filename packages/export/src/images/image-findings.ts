import { FILE_START, type Finding } from '@cahier/core'
import { publicationFinding } from '../publication-messages.ts'
import { type ImageFault, type ImageType, readImage } from './image-type.ts'

/** An image file once looked at. */
export interface LookedAtImage {
  readonly isShown: boolean
  /** What is to be said of it, `null` when it is what its name says. */
  readonly finding: Finding | null
}

/**
 * Above this an image is left out: it would make a book that old computers cannot open. In bytes.
 */
const LARGEST_IMAGE = 10 * 1024 * 1024

/**
 * Whether an image can be shown, and what is to be said of it. `size` is in bytes, and `read` is
 * asked only when it fits.
 */
export function lookAtImage(path: string, size: number, read: () => Uint8Array): LookedAtImage {
  const say = (message: string, data = {}) =>
    publicationFinding('publication/image', message, path, FILE_START, data)
  if (size > LARGEST_IMAGE) return { isShown: false, finding: say('tooBig') }
  const image = readImage(read())
  if (isFault(image))
    return {
      isShown: false,
      finding: say(image.fault, image.what === '' ? {} : { what: image.what.slice(0, 80) }),
    }
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase().replace('jpeg', 'jpg') ?? ''
  const misnamed = say('misnamed', { actual: NAMES[image.ending], ending: image.ending })
  return { isShown: true, finding: ending === image.ending ? null : misnamed }
}

const NAMES: Readonly<Record<ImageType['ending'], string>> = {
  png: 'PNG',
  jpg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  svg: 'SVG',
}

function isFault(image: ImageType | ImageFault): image is ImageFault {
  return 'fault' in image
}
