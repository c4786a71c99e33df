import { createHash } from 'node:crypto'
import { FILE_START, type Finding, type Programme } from '@cahier/core'
import { type Edition, everyNode, type FlowNode, type Material } from '../edition/edition.ts'
import { publicationFinding } from '../publication-messages.ts'
import { imageType, readImage } from './image-type.ts'

export interface ImageCheck {
  readonly isShown: boolean
  /** Null for a valid image whose name has the right ending. */
  readonly finding: Finding | null
}

/** In bytes. Larger images would make books that old computers cannot open. */
const LARGEST_IMAGE = 10 * 1024 * 1024

/** Checks whether an image can be shown. `read` is called only if `size` (bytes) is allowed. */
export function checkImage(path: string, size: number, read: () => Uint8Array): ImageCheck {
  const report = (message: string, data = {}) =>
    publicationFinding('publication/image', message, path, FILE_START, data)
  if (size > LARGEST_IMAGE) return { isShown: false, finding: report('tooBig') }
  const image = readImage(read())
  if ('fault' in image) {
    const data = image.what === '' ? {} : { what: image.what.slice(0, 80) }
    return { isShown: false, finding: report(image.fault, data) }
  }
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase().replace('jpeg', 'jpg') ?? ''
  const misnamed = report('misnamed', { ending: image.ending })
  return { isShown: true, finding: ending === image.ending ? null : misnamed }
}

/** The findings about images in `assets/`, sorted by path. */
export function assetFindings(
  { assets, folderFindings }: Programme,
  readAsset: (path: string) => Uint8Array,
): readonly Finding[] {
  const unread = folderFindings.flatMap(({ path, message, place }) =>
    isImageName(path) && (message === 'tooBig' || message === 'link')
      ? [publicationFinding('publication/image', message, path, place)]
      : [],
  )
  const read = assets.flatMap(({ path, size, mediaType }) =>
    isImageName(path) || mediaType.startsWith('image/')
      ? (checkImage(path, size, () => readAsset(path)).finding ?? [])
      : [],
  )
  return [...unread, ...read].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function isImageName(path: string) {
  return (
    path.startsWith('assets/') && /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$/i.test(path)
  )
}

/** An image with a file name that is valid on any system. */
export interface ShownImage {
  /** `images/<first letters of the SHA-256>.<ending>` */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The images that can be shown, by asset path, in order of first use. */
export function shownImages(edition: Edition, material: Material): ReadonlyMap<string, ShownImage> {
  const images = new Map<string, ShownImage>()
  const nodes = textsOf(edition).flatMap(everyNode)
  for (const url of new Set(nodes.flatMap((node) => (node.type === 'image' ? node.url : [])))) {
    const bytes = material.readAsset(url)
    const type = imageType(bytes)
    if (type === null) continue
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    images.set(url, { path: `images/${name}.${type.ending}`, mediaType: type.mediaType, bytes })
  }
  return images
}

function textsOf(edition: Edition): FlowNode[] {
  return edition.chapters.flatMap(({ introduction, notes, measures }) => [
    ...introduction,
    ...[
      ...notes,
      ...measures.flatMap((measure) => [...measure.sections, ...measure.notes]),
    ].flatMap(({ nodes }) => nodes),
  ])
}
