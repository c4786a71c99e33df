import { expect, it } from 'vitest'
import { hasGpsPosition } from './describe-asset.ts'

/** A TIFF as cameras write it: the date, and a directory of GPS with these tags. */
function exif(isLittle: boolean, tags: readonly number[], gps = 0x8825): Buffer {
  const bytes = Buffer.alloc(38 + 2 + tags.length * 12 + 4)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  bytes.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1')
  view.setUint32(4, 8, isLittle)
  view.setUint16(8, 2, isLittle)
  view.setUint16(10, 0x0132, isLittle)
  view.setUint16(22, gps, isLittle)
  view.setUint32(30, 38, isLittle)
  view.setUint16(38, tags.length, isLittle)
  for (const [rank, tag] of tags.entries()) view.setUint16(40 + rank * 12, tag, isLittle)
  return bytes
}

const after = (start: string, tiff: Buffer) =>
  Buffer.concat([Buffer.from(start, 'latin1'), tiff, Buffer.from('the picture')])
const PLACE = [1, 2, 3, 4]

it.each([
  ['a photograph', after('\xFF\xD8\xFF\xE1\0\x60Exif\0\0', exif(true, PLACE))],
  ['one of another camera', after('\xFF\xD8\xFF\xE1\0\x60Exif\0\0', exif(false, PLACE))],
  ['a PNG', after('\x89PNG\r\n\x1A\n\0\0\0\x60eXIf', exif(false, PLACE))],
  ['a WebP', after('RIFF\0\0\0\0WEBPVP8XEXIF\x60\0\0\0', exif(true, PLACE))],
  [
    'a WebP of a program that names it twice',
    after('RIFF\0\0\0\0WEBPVP8XEXIF\x60\0\0\0Exif\0\0', exif(true, PLACE)),
  ],
  [
    'what a program noted beside',
    Buffer.from('\xFF\xD8\xFF<x exif:GPSLatitude="48,51N"/>', 'latin1'),
  ],
])('%s with the place where it was taken', (_, bytes) => {
  expect(hasGpsPosition(bytes)).toBe(true)
})

it.each([
  ['says nothing of itself', Buffer.from('\xFF\xD8\xFF\xE0\0\x10JFIF\0', 'latin1')],
  ['says when alone', after('\xFF\xD8\xFF\xE1\0\x60Exif\0\0', exif(true, PLACE, 0x8769))],
  [
    'has only the hour of the satellites',
    after('\xFF\xD8\xFF\xE1\0\x60Exif\0\0', exif(true, [0, 7, 29])),
  ],
  ['is cut short', after('\xFF\xD8\xFF\xE1\0\x60Exif\0\0', exif(true, PLACE)).subarray(0, 40)],
  ['has such bytes by chance', after('pixels', exif(true, PLACE))],
])('a picture that %s is not located', (_, bytes) => {
  expect(hasGpsPosition(bytes)).toBe(false)
})

// Were each looked into, this would take minutes.
it('a file of Exif headers alone is not located', () => {
  expect(hasGpsPosition(Buffer.alloc(20_000_000, 'Exif\0\0II*\0\b\0\0\0', 'latin1'))).toBe(false)
})
