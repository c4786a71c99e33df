import { createHash } from 'node:crypto'
import { readArmored, type Unreadable } from './armored-signature.ts'
import { fitsKey } from './fits-key.ts'
import type { PublicKey } from './public-key.ts'
import { wireString } from './wire-fields.ts'

/**
 * Whether a signature is one of these bytes, and by which key; nothing says yet whether that key
 * may sign.
 */
export interface SignatureVerdict {
  readonly ok: boolean
  /** The key it says it is by; `null` when it cannot be read. */
  readonly key: PublicKey | null
  /** Of that key, as OpenSSH shows it; `''` when it cannot be read. */
  readonly fingerprint: string
  /**
   * `''` when it holds; `namespace` when it was made for something else, `mismatch` when the bytes
   * are not those that were signed.
   */
  readonly why: '' | Unreadable | 'namespace' | 'mismatch'
}

/**
 * Verifies an OpenSSH signature, as `ssh-keygen -Y verify -n NAMESPACE` does before it asks who the
 * key belongs to: Ed25519, ECDSA, RSA with SHA-2, and security keys. Never throws, whatever it is
 * given.
 */
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

/** What is signed in the place of a file: where it is for, and its sum (PROTOCOL.sshsig, §4). */
function signedData(bytes: Uint8Array, namespace: string, hash: string): Buffer {
  const parts = [
    Buffer.from(namespace),
    Buffer.alloc(0),
    Buffer.from(hash),
    createHash(hash).update(bytes).digest(),
  ]
  return Buffer.concat([Buffer.from('SSHSIG'), ...parts.map(wireString)])
}
