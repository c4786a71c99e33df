import { createHash, verify } from 'node:crypto'
import {
  asciiName,
  CURVE_BYTES,
  curveOf,
  firstField,
  magnitudeIn,
  type PublicKey,
  publicKeyFrom,
  type WireField,
  wireFields,
  wireString,
} from './public-key.ts'

/** The result of a signature check. It does not say whether the key may sign. */
export interface SignatureVerdict {
  readonly ok: boolean
  readonly key: PublicKey | null
  readonly fingerprint: string
  /** Empty when valid. `namespace`: made for another use. `mismatch`: other bytes were signed. */
  readonly why: '' | UnreadableWhy | 'namespace' | 'mismatch'
}

/** Verifies an OpenSSH signature, but not the owner of its key. Never throws. */
export function verifySignature(
  bytes: Uint8Array,
  armored: Uint8Array,
  namespace: string,
): SignatureVerdict {
  const read = readArmored(armored)
  if (typeof read === 'string') return { ok: false, key: null, fingerprint: '', why: read }
  const { key, hash, signature } = read
  const verdict = { key, fingerprint: key.fingerprint }
  if (read.namespace !== namespace) return { ...verdict, ok: false, why: 'namespace' }
  const fits = fitsKey(signedData(bytes, namespace, hash), signature, key)
  return {
    ...verdict,
    ok: fits === true,
    why: fits === true ? '' : fits === false ? 'mismatch' : fits,
  }
}

/** The bytes that OpenSSH signs for a file, with its namespace and hash (PROTOCOL.sshsig, §4). */
function signedData(bytes: Uint8Array, namespace: string, hash: string) {
  const parts = [
    Buffer.from(namespace),
    Buffer.alloc(0),
    Buffer.from(hash),
    createHash(hash).update(bytes).digest(),
  ]
  return Buffer.concat([Buffer.from('SSHSIG'), ...parts.map(wireString)])
}

/** The fields of an OpenSSH signature (PROTOCOL.sshsig). */
interface ArmoredSignature {
  readonly key: PublicKey
  readonly namespace: string
  readonly hash: 'sha256' | 'sha512'
  readonly signature: Buffer
}

type UnreadableWhy = 'unreadable' | 'malformed' | 'version' | 'certificate' | 'algorithm' | 'hash'

/** Parses the armoured text of a signature as OpenSSH does. Text after its END line is ignored. */
function readArmored(armored: Uint8Array): ArmoredSignature | UnreadableWhy {
  const blob = blobIn(
    Buffer.from(armored.buffer, armored.byteOffset, armored.byteLength).toString('latin1'),
  )
  if (blob === null) return 'unreadable'
  if (blob.toString('latin1', 0, 6) !== 'SSHSIG' || blob.length < 10) return 'malformed'
  if (blob.readUInt32BE(6) > 1) return 'version'
  const fields = wireFields(blob.subarray(10), ['string', 'string', 'string', 'string', 'string'])
  if (fields === null) return 'malformed'
  const [keyBlob, namespace, , hashName, signature] = fields as readonly [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ]
  const key = publicKeyFrom(keyBlob)
  if (typeof key === 'string') return key
  const hash = asciiName(hashName)
  return hash === 'sha256' || hash === 'sha512'
    ? { key, namespace: asciiName(namespace), hash, signature }
    : 'hash'
}

const BEGIN = /^-----BEGIN SSH SIGNATURE-----\r?\n/
const END = '\n-----END SSH SIGNATURE-----'

function blobIn(text: string): Buffer | null {
  const begin = BEGIN.exec(text)?.[0].length ?? -1
  const end = text.indexOf(END, begin)
  if (begin < 0 || end < 0) return null
  const written = text
    .slice(begin, end)
    .replace(/\0$/, '')
    .replace(/[ \t\n\v\f\r]+/g, '')
  const blob = Buffer.from(written, 'base64')
  // Node skips invalid base64 characters; encoding the bytes again reveals them.
  return blob.toString('base64') === written ? blob : null
}

/** True when the key signed this message; `algorithm` when the signature algorithm is refused. */
function fitsKey(message: Buffer, signature: Buffer, key: PublicKey): boolean | 'algorithm' {
  const algorithm = asciiName(firstField(signature) ?? Buffer.alloc(0))
  const isRsa = key.type === 'ssh-rsa'
  if (isRsa ? !Object.hasOwn(RSA_HASHES, algorithm) : algorithm !== key.type) return 'algorithm'
  const isSecurityKey = key.type.startsWith('sk-')
  const fields = wireFields(signature, isSecurityKey ? BY_SECURITY_KEY : BY_KEY)
  if (fields === null) return false
  const [, raw, flags, counter] = fields as readonly [Buffer, Buffer, Buffer, Buffer]
  // A security key signs more than the message (PROTOCOL.u2f).
  const signed = isSecurityKey
    ? Buffer.concat([sha256(key.application), flags, counter, sha256(message)])
    : message
  try {
    if (isRsa) return fitsRsa(RSA_HASHES[algorithm] as string, signed, raw, key)
    return curveOf(key.type) === null
      ? raw.length === 64 && verify(null, signed, key.object, raw)
      : fitsCurve(signed, raw, key)
  } catch {
    // Node throws when the bytes cannot be a signature of that kind.
    return false
  }
}

const BY_KEY: readonly WireField[] = ['string', 'string']
const BY_SECURITY_KEY: readonly WireField[] = ['string', 'string', 'byte', 'word']

// The name `ssh-rsa` (SHA-1) is missing, because OpenSSH refuses it.
const RSA_HASHES: Readonly<Record<string, string>> = {
  'rsa-sha2-256': 'sha256',
  'rsa-sha2-512': 'sha512',
}

function fitsRsa(hash: string, signed: Buffer, raw: Buffer, key: PublicKey) {
  const size = Math.ceil((key.object.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  // Some SSH agents omit leading zeros.
  const padded = paddedTo(size, raw)
  return padded !== null && verify(hash, signed, key.object, padded)
}

function paddedTo(size: number, bytes: Buffer | null) {
  return bytes === null || bytes.length > size
    ? null
    : Buffer.concat([Buffer.alloc(size - bytes.length), bytes])
}

function fitsCurve(signed: Buffer, raw: Buffer, key: PublicKey) {
  const curve = curveOf(key.type) as keyof typeof CURVE_BYTES
  const size = CURVE_BYTES[curve]
  const halves = wireFields(raw, BY_KEY)?.map((half) => paddedTo(size, magnitudeIn(half)))
  const [r, s] = halves ?? []
  const settings = { key: key.object, dsaEncoding: 'ieee-p1363' } as const
  return !!r && !!s && verify(CURVE_HASHES[curve], signed, settings, Buffer.concat([r, s]))
}

// The hash for each curve (RFC 5656, §6.2.1).
const CURVE_HASHES = { nistp256: 'sha256', nistp384: 'sha384', nistp521: 'sha512' } as const

function sha256(data: Buffer | string) {
  return createHash('sha256').update(data).digest()
}
