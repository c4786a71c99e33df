import { createHash, verify } from 'node:crypto'
import { CURVE_BYTES, curveOf, type PublicKey } from './public-key.ts'
import { firstField, magnitudeIn, nameIn, type WireField, wireFields } from './wire-fields.ts'

/**
 * Whether a signature, as its algorithm writes it, is one of these bytes by this key; `algorithm`
 * when it is of a kind that is refused.
 */
export function fitsKey(message: Buffer, signature: Buffer, key: PublicKey): boolean | 'algorithm' {
  const algorithm = nameIn(firstField(signature) ?? Buffer.alloc(0))
  const isRsa = key.type === 'ssh-rsa'
  if (isRsa ? !Object.hasOwn(RSA_HASHES, algorithm) : algorithm !== key.type) return 'algorithm'
  const isSecurityKey = key.type.startsWith('sk-')
  const fields = wireFields(signature, isSecurityKey ? BY_SECURITY_KEY : BY_KEY)
  if (fields === null) return false
  const [, raw, flags, counter] = fields as readonly [Buffer, Buffer, Buffer, Buffer]
  // A security key signs what it is for, its flags and its counter together with the message
  // (PROTOCOL.u2f).
  const signed = isSecurityKey
    ? Buffer.concat([sha256(key.application), flags, counter, sha256(message)])
    : message
  try {
    if (isRsa) return fitsRsa(RSA_HASHES[algorithm] as string, signed, raw, key)
    return curveOf(key.type) === null
      ? raw.length === 64 && verify(null, signed, key.object, raw)
      : fitsCurve(signed, raw, key)
  } catch {
    // Node throws at what cannot be a signature by that kind of key.
    return false
  }
}

const BY_KEY: readonly WireField[] = ['string', 'string']
const BY_SECURITY_KEY: readonly WireField[] = ['string', 'string', 'byte', 'word']

// SHA-1, under the name `ssh-rsa`, is refused as OpenSSH refuses it here.
const RSA_HASHES: Readonly<Record<string, string>> = {
  'rsa-sha2-256': 'sha256',
  'rsa-sha2-512': 'sha512',
}

function fitsRsa(hash: string, signed: Buffer, raw: Buffer, key: PublicKey): boolean {
  const size = Math.ceil((key.object.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  // Some agents leave out leading zeros.
  return (
    raw.length <= size &&
    verify(hash, signed, key.object, Buffer.concat([Buffer.alloc(size - raw.length), raw]))
  )
}

function fitsCurve(signed: Buffer, raw: Buffer, key: PublicKey): boolean {
  const curve = curveOf(key.type) as keyof typeof CURVE_BYTES
  const size = CURVE_BYTES[curve]
  const halves = wireFields(raw, BY_KEY)?.map(magnitudeIn) ?? []
  if (halves.length !== 2) return false
  const padded = halves.map((half) =>
    half === null || half.length > size
      ? null
      : Buffer.concat([Buffer.alloc(size - half.length), half]),
  )
  const [r, s] = padded
  return (
    r != null &&
    s != null &&
    verify(
      CURVE_HASHES[curve],
      signed,
      { key: key.object, dsaEncoding: 'ieee-p1363' },
      Buffer.concat([r, s]),
    )
  )
}

// RFC 5656, §6.2.1.
const CURVE_HASHES = { nistp256: 'sha256', nistp384: 'sha384', nistp521: 'sha512' } as const

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest()
}
