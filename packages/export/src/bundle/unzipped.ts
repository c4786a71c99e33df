import { inflateRawSync } from 'node:zlib'

/** One file of a ZIP archive. */
export interface ZipPart {
  readonly name: string
  /** Packed, in bytes. */
  readonly size: number
  /** Unpacked, in bytes, as declared. */
  readonly originalSize: number
}

/**
 * The wanted files of a ZIP archive, by name (APPNOTE.TXT, 4.3). Unpacking stops when a file is
 * larger than it declares: libraries do not check this.
 * @throws RangeError for a file larger than declared; another error for an invalid archive.
 */
export function unzipped(
  archive: Uint8Array,
  isWanted: (part: ZipPart) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const parts = new Map<string, Uint8Array>()
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('no archive')
  let [left, at] = [u16(bytes, end + 10), u32(bytes, end + 16)]
  if (left === FULL_16 || at === FULL_32) {
    const wide = u32(bytes, end - 12)
    ;[left, at] = [u32(bytes, wide + 32), u32(bytes, wide + 48)]
  }
  for (; left > 0; left--) {
    if (u32(bytes, at) !== ENTRY) throw new Error('no list of parts')
    const nameEnd = at + 46 + u16(bytes, at + 28)
    const name = bytes.toString(
      (u16(bytes, at + 8) & IN_UTF8) === 0 ? 'latin1' : 'utf8',
      at + 46,
      nameEnd,
    )
    const [method, extraEnd] = [u16(bytes, at + 10), nameEnd + u16(bytes, at + 30)]
    const fields = [u32(bytes, at + 24), u32(bytes, at + 20), u32(bytes, at + 42)]
    const [originalSize = 0, size = 0, local = 0] = fields.includes(FULL_32)
      ? widened(fields, bytes, nameEnd, extraEnd)
      : fields
    at = extraEnd + u16(bytes, at + 32)
    if (!isWanted({ name, size, originalSize })) continue
    const start = local + 30 + u16(bytes, local + 26) + u16(bytes, local + 28)
    const packed = bytes.subarray(start, start + size)
    if (method !== STORED && method !== DEFLATED) throw new Error('packed in another way')
    parts.set(
      name,
      method === STORED
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(1, originalSize) }),
    )
  }
  return parts
}

/** Replaces numbers too large for their field with their ZIP64 values (APPNOTE.TXT, 4.5.3). */
function widened(
  fields: readonly number[],
  bytes: Buffer,
  from: number,
  to: number,
): readonly number[] {
  let at = from
  while (at < to && u16(bytes, at) !== ZIP64) at += 4 + u16(bytes, at + 2)
  if (at >= to) return fields
  at += 4
  const wide: number[] = []
  for (const field of fields) {
    wide.push(field === FULL_32 ? u64(bytes, at) : field)
    if (field === FULL_32) at += 8
  }
  return wide
}

const ENTRY = 0x02014b50
const ZIP64 = 1
// A field with this value has its number in a ZIP64 field.
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff
const IN_UTF8 = 0x800
const STORED = 0
const DEFLATED = 8

function u16(bytes: Buffer, at: number) {
  if (at < 0 || at + 2 > bytes.length) throw new Error('cut short')
  return bytes.readUInt16LE(at)
}

function u32(bytes: Buffer, at: number) {
  return u16(bytes, at) + u16(bytes, at + 2) * 0x10000
}

function u64(bytes: Buffer, at: number) {
  return u32(bytes, at) + u32(bytes, at + 4) * 0x100000000
}
