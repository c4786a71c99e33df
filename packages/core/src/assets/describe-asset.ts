import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'
import type { Asset } from '../model/source.ts'
import { drawingFault } from './drawing-fault.ts'

/** Describes a file that is not text, from its path and bytes. */
export function describeAsset(path: string, bytes: Uint8Array): Asset {
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
    ...(hasGpsPosition(bytes) && { located: true }),
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

/** The media type of an image, by its first bytes; `application/octet-stream` for other files. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png'
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 14) === 'WEBPVP') return 'image/webp'
  if (head.slice(4, 12) === 'ftypavif') return 'image/avif'
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(
      head.replace(/^\xEF\xBB\xBF/, ''),
    )
  )
    return 'image/svg+xml'
  return 'application/octet-stream'
}

/** Whether an image has GPS coordinates: a latitude in its Exif or XMP metadata. */
export function hasGpsPosition(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes('exif:GPSLatitude')) return true
  return ['II*\0', 'MM\0*'].some((header) => {
    const start = exifStart(file, header)
    return start >= 0 && hasLatitude(bytes, start, header === 'II*\0')
  })
}

// The offset of the first TIFF header right after an Exif mark, or -1.
function exifStart(file: Buffer, header: string) {
  let at = file.indexOf(header, 0, 'latin1')
  while (
    at >= 0 &&
    !/(?:Exif\0\0|eXIf|EXIF[\s\S]{4})$/.test(file.toString('latin1', Math.max(0, at - 8), at))
  )
    at = file.indexOf(header, at + 1, 'latin1')
  return at
}

// Exif tags (CIPA DC-008): the GPS directory, and the latitude in that directory.
const GPS = 0x8825
const LATITUDE = 2

function hasLatitude(bytes: Uint8Array, start: number, isLittle: boolean) {
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
  const tagged = (directory: number, tag: number): number | null => {
    const count = tiff.getUint16(directory, isLittle)
    for (let entry = 0; entry < count; entry++) {
      const at = directory + 2 + entry * 12
      if (tiff.getUint16(at, isLittle) === tag) return tiff.getUint32(at + 8, isLittle)
    }
    return null
  }
  try {
    const directory = tagged(tiff.getUint32(4, isLittle), GPS)
    return directory !== null && tagged(directory, LATITUDE) !== null
  } catch {
    return false
  }
}
