import type { Finding, Programme } from '@cahier/core'
import { publicationFinding } from '../publication-messages.ts'
import { lookAtImage } from './image-findings.ts'

/**
 * What is to be said of the images of a programme before it is published: those that are not what
 * their name says, and those left out.
 */
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
      ? (lookAtImage(path, size, () => readAsset(path)).finding ?? [])
      : [],
  )
  return [...unread, ...read].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function isImageName(path: string): boolean {
  return (
    path.startsWith('assets/') && /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$/i.test(path)
  )
}
