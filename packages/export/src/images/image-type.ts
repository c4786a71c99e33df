import { DRAWN_TOO_OFTEN, drawingFault } from '@cahier/core'
import { imageSize } from 'image-size'

/** The media type and file ending of an image that browsers and EPUB 3.3 readers must support. */
export interface ImageType {
  readonly mediaType: string
  readonly ending: 'png' | 'jpg' | 'gif' | 'webp' | 'svg'
}

/**
 * Why an image is not shown. `drawing` is an unsafe SVG; `drawnOften` is an SVG that repeats shapes
 * too often.
 */
export interface ImageFault {
  readonly fault: 'broken' | 'drawing' | 'drawnOften' | 'unknown'
  /** The unsafe part of a `drawing`; else empty. */
  readonly what: string
}

/** Detects the type of an image from its bytes, not its name. */
export function readImage(bytes: Uint8Array): ImageType | ImageFault {
  const first = String.fromCharCode(...bytes.subarray(0, 12))
  const raster = RASTERS.find(({ sign }) => sign.test(first))
  if (raster !== undefined) {
    const { mediaType, ending, isWhole } = raster
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return isWhole(view, bytes) && sizeOf(bytes) !== null ? { mediaType, ending } : BROKEN
  }
  if (bytes.length === 0) return BROKEN
  if (!isDrawing(bytes)) return { fault: 'unknown', what: '' }
  const what = drawingFault(bytes)
  if (what === null) return BROKEN
  if (what === DRAWN_TOO_OFTEN) return { fault: 'drawnOften', what: '' }
  return what === '' ? { mediaType: 'image/svg+xml', ending: 'svg' } : { fault: 'drawing', what }
}

const BROKEN: ImageFault = { fault: 'broken', what: '' }

/** The type of an image; null when it must not be shown. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const image = readImage(bytes)
  return 'fault' in image ? null : image
}

/** Width and height in pixels; null when they cannot be read. */
export function sizeOf(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : null
  } catch {
    return null
  }
}

// Valid drawings have their root element near the start.
function isDrawing(bytes: Uint8Array) {
  return /<(?:[\w-]+:)?svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)))
}

/** True when pixel chunks come before the end chunk (PNG, 5.3 and 5.6). */
function hasPngEnd(view: DataView) {
  let hasPixels = false
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4)
    if (kind === IDAT) hasPixels = true
    if (kind === IEND) return hasPixels
  }
  return false
}

const IDAT = 0x49444154
const IEND = 0x49454e44

/** True when a file has a first scan and, after that scan, an end marker (ITU T.81). */
function hasJpegScan(view: DataView) {
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === START_OF_SCAN) return hasJpegEnd(view, at)
    // Fill bytes and markers without parameters have no length.
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += marker === 0xff ? 1 : isBare ? 2 : 2 + view.getUint16(at + 2)
  }
  return false
}

const START_OF_SCAN = 0xda

// Search backwards: cameras and editors append bytes after the end.
function hasJpegEnd(view: DataView, scan: number) {
  for (let at = view.byteLength - 2; at > scan; at--) if (view.getUint16(at) === 0xffd9) return true
  return false
}

function hasGifTrailer(_: DataView, bytes: Uint8Array) {
  return bytes.length > 13 && bytes.findLast((byte) => byte !== 0) === 0x3b
}

/** An image type recognised by its first bytes. `isWhole` is false for a partial download. */
interface RasterType extends ImageType {
  readonly sign: RegExp
  readonly isWhole: (view: DataView, bytes: Uint8Array) => boolean
}

const RASTERS: readonly RasterType[] = [
  { sign: /^\x89PNG\r\n\x1A\n/, mediaType: 'image/png', ending: 'png', isWhole: hasPngEnd },
  { sign: /^\xFF\xD8\xFF/, mediaType: 'image/jpeg', ending: 'jpg', isWhole: hasJpegScan },
  { sign: /^GIF8[79]a/, mediaType: 'image/gif', ending: 'gif', isWhole: hasGifTrailer },
  {
    sign: /^RIFF.*WEBP$/s,
    mediaType: 'image/webp',
    ending: 'webp',
    isWhole: (view) => view.byteLength > 12 && view.getUint32(4, true) + 8 <= view.byteLength,
  },
]
