/**
 * Whether a picture says where it was taken: by a latitude in its Exif (CIPA DC-008, tags 0x8825
 * and 2), whatever holds that, or in its XMP.
 */
export function isLocated(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes('exif:GPSLatitude')) return true
  return ['II*\0', 'MM\0*'].some((header) => {
    const start = placeOf(file, header)
    return start >= 0 && hasLatitude(bytes, start, header === 'II*\0')
  })
}

// Exif is a TIFF inside of the file: after a name of its own in JPEG, AVIF and WebP, at the start
// of a part in PNG and WebP. A picture has one: in a file made of such headers alone, going through
// what each leads to would take minutes.
function placeOf(file: Buffer, header: string): number {
  let at = file.indexOf(header, 0, 'latin1')
  while (
    at >= 0 &&
    !/(?:Exif\0\0|eXIf|EXIF[\s\S]{4})$/.test(file.toString('latin1', Math.max(0, at - 8), at))
  )
    at = file.indexOf(header, at + 1, 'latin1')
  return at
}

const GPS = 0x8825
const LATITUDE = 2

function hasLatitude(bytes: Uint8Array, start: number, isLittle: boolean): boolean {
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
    // Cut short, or no TIFF.
    return false
  }
}
