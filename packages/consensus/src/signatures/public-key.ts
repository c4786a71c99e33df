import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'

export interface PublicKey {
  /** The first word of a `.pub` file, such as `ssh-ed25519`. */
  readonly type: KeyType
  readonly object: KeyObject
  /** The application of a security key, such as `ssh:`; empty for other keys. */
  readonly application: string
  /** `SHA256:` and the base64 digest of the key, as OpenSSH shows it. */
  readonly fingerprint: string
  /** The first two words of a `.pub` file, without its comment. */
  readonly line: string
}

export type KeyType = keyof typeof LAYOUTS

/**
 * Parses a public key, or says why it is refused. An RSA key that is too short is `malformed`.
 */
export function publicKeyFrom(blob: Buffer): PublicKey | 'certificate' | 'algorithm' | 'malformed' {
  const type = asciiName(firstField(blob) ?? Buffer.alloc(0))
  if (/-cert-v\d\d@openssh\.com$/.test(type)) return 'certificate'
  if (!isKeyType(type)) return type === '' ? 'malformed' : 'algorithm'
  const fields = wireFields(blob, LAYOUTS[type])
  const jwk = fields === null ? null : jwkOf(type, fields.slice(1))
  if (fields === null || jwk === null) return 'malformed'
  const application = type.startsWith('sk-') ? asciiName(fields.at(-1) as Buffer) : ''
  try {
    const object = createPublicKey({ key: jwk, format: 'jwk' })
    const isWeak =
      type === 'ssh-rsa' && (object.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS
    if (isWeak || application.includes('\0')) return 'malformed'
    return {
      type,
      object,
      application,
      fingerprint: fingerprintOf(blob),
      line: `${type} ${blob.toString('base64')}`,
    }
  } catch {
    return 'malformed'
  }
}

/** Parses a line of a `.pub` file, or the `key` of a delegate. Null when it holds no valid key. */
export function publicKeyIn(line: string): PublicKey | null {
  const [type = '', written = ''] = line.trim().split(/[ \t]+/)
  const key = publicKeyFrom(Buffer.from(written, 'base64'))
  return typeof key === 'string' || key.type !== type ? null : key
}

/** The YAML line, below `keys:` of a delegate, for a key valid from that day. */
export function keyEntry({ line }: Pick<PublicKey, 'line'>, from: string): string {
  return `- {key: "${line}", from: ${from}}`
}

/** True when two keys are the same, even when written differently. */
export function isSameKey(a: PublicKey, b: PublicKey): boolean {
  return a.type === b.type && a.application === b.application && a.object.equals(b.object)
}

const STRINGS = (count: number): readonly WireField[] =>
  Array.from({ length: count }, () => 'string')

// The fields of each type of key; the first field is the type.
const LAYOUTS = {
  'ssh-ed25519': STRINGS(2),
  'ssh-rsa': STRINGS(3),
  'ecdsa-sha2-nistp256': STRINGS(3),
  'ecdsa-sha2-nistp384': STRINGS(3),
  'ecdsa-sha2-nistp521': STRINGS(3),
  'sk-ssh-ed25519@openssh.com': STRINGS(3),
  'sk-ecdsa-sha2-nistp256@openssh.com': STRINGS(4),
} as const

/** Bytes of a coordinate on each curve. */
export const CURVE_BYTES = { nistp256: 32, nistp384: 48, nistp521: 66 } as const
const JWK_CURVES = { nistp256: 'P-256', nistp384: 'P-384', nistp521: 'P-521' } as const

// OpenSSH has refused shorter keys since 2016.
const LEAST_RSA_BITS = 1024

/** The curve in the name of a key type; null when there is none. */
export function curveOf(type: KeyType): keyof typeof CURVE_BYTES | null {
  return (/nistp(?:256|384|521)/.exec(type)?.[0] ?? null) as keyof typeof CURVE_BYTES | null
}

function isKeyType(type: string): type is KeyType {
  return Object.hasOwn(LAYOUTS, type)
}

function jwkOf(type: KeyType, fields: readonly Buffer[]): JsonWebKey | null {
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = fields
  const curve = curveOf(type)
  if (curve !== null) {
    const size = CURVE_BYTES[curve]
    if (asciiName(first) !== curve || second.length !== 1 + 2 * size || second[0] !== UNCOMPRESSED)
      return null
    return {
      kty: 'EC',
      crv: JWK_CURVES[curve],
      x: inJwk(second.subarray(1, 1 + size)),
      y: inJwk(second.subarray(1 + size)),
    }
  }
  if (type !== 'ssh-rsa')
    return first.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: inJwk(first) } : null
  const [exponent, modulus] = [magnitudeIn(first), magnitudeIn(second)]
  return exponent === null || modulus === null
    ? null
    : { kty: 'RSA', e: inJwk(exponent), n: inJwk(modulus) }
}

// The first byte of a curve point that is written with both coordinates.
const UNCOMPRESSED = 4

function inJwk(bytes: Buffer) {
  return bytes.toString('base64url')
}

function fingerprintOf(blob: Buffer) {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

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
