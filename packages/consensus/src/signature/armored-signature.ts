import { type PublicKey, publicKeyFrom } from './public-key.ts'
import { nameIn, wireFields } from './wire-fields.ts'

/** What an OpenSSH signature says of itself (PROTOCOL.sshsig). */
export interface ArmoredSignature {
  readonly key: PublicKey
  readonly namespace: string
  readonly hash: 'sha256' | 'sha512'
  /** The signature itself, as its algorithm writes it. */
  readonly signature: Buffer
}

/** Why a file is no signature that can be verified. */
export type Unreadable =
  | 'unreadable'
  | 'malformed'
  | 'version'
  | 'certificate'
  | 'algorithm'
  | 'hash'

/**
 * Reads the armour that `ssh-keygen -Y sign` writes, as strictly and as leniently as OpenSSH does:
 * what follows the last line is no part of it.
 */
export function readArmored(armored: Uint8Array): ArmoredSignature | Unreadable {
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
  const hash = nameIn(hashName)
  return hash === 'sha256' || hash === 'sha512'
    ? { key, namespace: nameIn(namespace), hash, signature }
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
  // Node forgives what is no base64; writing it again shows what it forgave.
  return blob.toString('base64') === written ? blob : null
}
