/** A field of SSH data: a string after its length in four bytes, one byte, or four bytes. */
export type WireField = 'string' | 'byte' | 'word'

/** Splits SSH data (RFC 4251, §5) into its fields. Null unless they cover all of it. */
export function wireFields(bytes: Buffer, layout: readonly WireField[]): readonly Buffer[] | null {
  const fields: Buffer[] = []
  let at = 0
  for (const kind of layout) {
    if (kind === 'string') {
      if (bytes.length < at + 4) return null
      at += 4
    }
    const size = kind === 'string' ? bytes.readUInt32BE(at - 4) : kind === 'byte' ? 1 : 4
    if (bytes.length < at + size) return null
    fields.push(bytes.subarray(at, at + size))
    at += size
  }
  return at === bytes.length ? fields : null
}

/** The first string of SSH data; null when there is none. */
export function firstField(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.length < 4 + bytes.readUInt32BE(0)) return null
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0))
}

/** The bytes after their length in four bytes. */
export function wireString(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** A name as C reads it: OpenSSH accepts one final zero byte. */
export function asciiName(field: Buffer): string {
  return field.toString('latin1').replace(/\0$/, '')
}

/** A whole number of SSH without leading zeros; null when it is negative, which is never valid. */
export function magnitudeIn(field: Buffer): Buffer | null {
  if (((field[0] ?? 0) & 0x80) !== 0) return null
  const first = field.findIndex((byte) => byte !== 0)
  return first < 0 ? Buffer.alloc(0) : field.subarray(first)
}
