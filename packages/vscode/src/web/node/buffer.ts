export type Buffer = Bytes

type Encoding = 'utf8' | 'utf-8' | 'latin1' | 'utf16le' | 'hex' | 'base64' | 'base64url'

const utf8 = new TextEncoder()

/** The parts of Node's `Buffer` that the server uses in a browser. */
export const Buffer = {
  from(given: string | ArrayBuffer | Uint8Array, start: Encoding | number = 0, length?: number) {
    if (given instanceof ArrayBuffer) return new Bytes(given, start as number, length)
    const bytes =
      typeof given === 'string' ? bytesOf(given, start === 0 ? 'utf8' : (start as Encoding)) : given
    return Buffer.concat([bytes])
  },

  alloc(size: number): Bytes {
    return new Bytes(new ArrayBuffer(size))
  },

  byteLength(text: string): number {
    return utf8.encode(text).length
  },

  concat(parts: readonly Uint8Array[]): Bytes {
    const all = Buffer.alloc(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  },

  compare(one: Uint8Array, other: Uint8Array): number {
    const at = one.findIndex((byte, rank) => byte !== other[rank])
    if (at < 0) return Math.sign(one.length - other.length)
    return (one[at] as number) < (other[at] ?? -1) ? -1 : 1
  },
}

class Bytes extends Uint8Array<ArrayBuffer> {
  equals(other: Uint8Array): boolean {
    return Buffer.compare(this, other) === 0
  }

  override toString(encoding: Encoding = 'utf8', start = 0, end = this.length): string {
    const bytes = this.subarray(start, end)
    if (encoding === 'hex')
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (encoding === 'utf8' || encoding === 'utf-8') return new TextDecoder().decode(bytes)
    if (encoding === 'utf16le') return new TextDecoder('utf-16le').decode(bytes)
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    if (encoding === 'latin1') return letters
    const base64 = btoa(letters)
    return encoding === 'base64'
      ? base64
      : base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  }

  override indexOf(wanted: number | string, from = 0, encoding: Encoding = 'utf8'): number {
    if (typeof wanted === 'number') return super.indexOf(wanted, from)
    const [first = 0, ...rest] = bytesOf(wanted, encoding)
    for (let at = super.indexOf(first, from); at >= 0; at = super.indexOf(first, at + 1))
      if (rest.every((byte, rank) => this[at + 1 + rank] === byte)) return at
    return -1
  }

  override includes(wanted: number | string, from = 0): boolean {
    return this.indexOf(wanted, from) >= 0
  }

  readUInt32BE(at = 0): number {
    return new DataView(this.buffer, this.byteOffset, this.byteLength).getUint32(at)
  }

  writeUInt32BE(value: number, at = 0): number {
    new DataView(this.buffer, this.byteOffset, this.byteLength).setUint32(at, value)
    return at + 4
  }

  write(text: string, at: number, encoding: Encoding): number {
    const bytes = bytesOf(text, encoding).subarray(0, this.length - at)
    this.set(bytes, at)
    return bytes.length
  }
}

function bytesOf(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf8' || encoding === 'utf-8') return utf8.encode(text)
  if (encoding === 'hex')
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (encoding === 'utf16le') {
    const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    return new Uint8Array(units.buffer)
  }
  const letters = encoding === 'latin1' ? text : decodedBase64(text)
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

// As in Node, skips characters that are not base64, and stops at `=`.
function decodedBase64(text: string): string {
  const letters = text.replace(/=.*$/s, '').replace(/-/g, '+').replace(/_/g, '/')
  const clean = letters.replace(/[^A-Za-z0-9+/]/g, '')
  return atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean)
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
