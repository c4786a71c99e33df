import { createHash } from 'node:crypto'

/** The namespace in which a bundle is signed: `ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS`. */
export const BUNDLE_NAMESPACE = 'cahier-bundle'

/** Who says they signed, as OpenSSH shows a key. Nothing is verified. */
export interface Signer {
  /** `SHA256:` and the sum of the public key in base64. */
  readonly fingerprint: string
  readonly namespace: string
}

/** Reads the key and the namespace of an OpenSSH signature (PROTOCOL.sshsig); `null` when this is none. */
export function signerOf(armored: Uint8Array): Signer | null {
  const match = ARMOR.exec(new TextDecoder().decode(armored))
  if (match === null) return null
  const blob = Buffer.from((match[1] as string).replaceAll('\n', ''), 'base64')
  if (blob.subarray(0, 6).toString('latin1') !== 'SSHSIG' || blob.length < 14 || blob.readUInt32BE(6) !== 1) return null
  const key = fieldAt(blob, 10)
  const namespace = key === null ? null : fieldAt(blob, 14 + key.length)
  if (key === null || namespace === null) return null
  const sum = createHash('sha256').update(key).digest('base64').replace(/=+$/, '')
  return { fingerprint: `SHA256:${sum}`, namespace: namespace.toString('utf8') }
}

const ARMOR = /^-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/]{1,76}={0,2}\n)+)-----END SSH SIGNATURE-----\n?$/

// A field is its length on four bytes, then its bytes.
function fieldAt(blob: Buffer, at: number): Buffer | null {
  if (blob.length < at + 4) return null
  const end = at + 4 + blob.readUInt32BE(at)
  return end > blob.length ? null : blob.subarray(at + 4, end)
}
