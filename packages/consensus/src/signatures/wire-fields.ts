/** A kind of SSH data field: `string` is a four-byte length and bytes; `word` is four bytes. */
export type WireField = 'string' | 'byte' | 'word'

/** Splits SSH data (RFC 4251, §5) into fields; null when bytes are missing or left over. */
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

/** The first string in SSH data; null when the data is too short. */
export function firstField(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.length < 4 + bytes.readUInt32BE(0)) return null
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0))
}

/** The bytes as an SSH string: a four-byte length, then the bytes. */
export function wireString(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The field as text. One final zero byte, which OpenSSH accepts, is removed. */
export function asciiName(field: Buffer): string {
  return field.toString('latin1').replace(/\0$/, '')
}

/** The bytes of an SSH integer without leading zeros; null when the integer is negative. */
export function magnitudeIn(field: Buffer): Buffer | null {
  if (((field[0] ?? 0) & 0x80) !== 0) return null
  const first = field.findIndex((byte) => byte !== 0)
  return first < 0 ? Buffer.alloc(0) : field.subarray(first)
}
