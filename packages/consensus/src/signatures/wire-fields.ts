/**
 * How one field of SSH data is written: a string after its length on four bytes, a byte, or four
 * bytes.
 */
export type WireField = 'string' | 'byte' | 'word'

/**
 * Cuts SSH data (RFC 4251, §5) into its fields, in this order; `null` unless they are the whole of
 * it.
 */
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

/** The string that SSH data begins with; `null` when it holds none. */
export function firstField(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.length < 4 + bytes.readUInt32BE(0)) return null
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0))
}

/** These bytes after their length on four bytes. */
export function wireString(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** A name as C reads it: OpenSSH lets one zero byte end it. */
export function asciiName(field: Buffer): string {
  return field.toString('latin1').replace(/\0$/, '')
}

/**
 * A whole number of SSH without its leading zeros; `null` when it is negative, which no key and no
 * signature may hold.
 */
export function magnitudeIn(field: Buffer): Buffer | null {
  if (((field[0] ?? 0) & 0x80) !== 0) return null
  const first = field.findIndex((byte) => byte !== 0)
  return first < 0 ? Buffer.alloc(0) : field.subarray(first)
}
