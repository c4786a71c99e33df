/**
 * Whether an image goes on to its end: a download cut short begins like any other. Its marks are
 * looked at, its pixels are not.
 */
export function isWholeImage(bytes: Uint8Array, ending: 'png' | 'jpg' | 'gif' | 'webp'): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (ending) {
    case 'png':
      return hasPngEnd(view)
    case 'jpg':
      return hasJpegScan(view)
    case 'gif':
      return hasGifTrailer(bytes)
    case 'webp':
      return bytes.length > 12 && view.getUint32(4, true) + 8 <= bytes.length
  }
}

/** Chunk after chunk, pixels come before the end (PNG, 5.3 and 5.6). */
function hasPngEnd(view: DataView): boolean {
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

/** Segment after segment, a scan begins, and an end comes after it (ITU T.81, B.1.1). */
function hasJpegScan(view: DataView): boolean {
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === START_OF_SCAN) return hasJpegEnd(view, at)
    // Fill bytes and marks that stand alone have no length.
    at +=
      marker === 0xff
        ? 1
        : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
          ? 2
          : 2 + view.getUint16(at + 2)
  }
  return false
}

const START_OF_SCAN = 0xda

// Cameras and editors add bytes of their own after the end.
function hasJpegEnd(view: DataView, scan: number): boolean {
  for (let at = view.byteLength - 2; at > scan; at--) if (view.getUint16(at) === 0xffd9) return true
  return false
}

function hasGifTrailer(bytes: Uint8Array): boolean {
  const last = bytes.findLast((byte) => byte !== 0)
  return bytes.length > 13 && last === 0x3b
}
