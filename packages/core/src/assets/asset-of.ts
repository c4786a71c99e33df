import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'
import type { Asset } from '../source.ts'
import { drawingFault } from './drawing-fault.ts'
import { isLocated } from './is-located.ts'
import { mediaTypeOf } from './media-type.ts'

/** What is known of a file that is no text. */
export function assetOf(path: string, bytes: Uint8Array): Asset {
  const { width, height } = sizeOf(bytes)
  const active =
    /\.svgz?$/i.test(path) || mediaTypeOf(bytes) === 'image/svg+xml' ? drawingFault(bytes) : ''
  return {
    path,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: mediaTypeOf(bytes),
    width,
    height,
    ...(active && { active }),
    ...(isLocated(bytes) && { located: true }),
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes)
    return { width, height }
  } catch {
    return { width: 0, height: 0 }
  }
}
