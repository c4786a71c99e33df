import { type SignatureVerdict, verifySignature } from '@cahier/consensus'
import type { Finding } from '@cahier/core'
import { BUNDLE_NAMESPACE, type BundleFile, bundleFinding, SIGNATURE, SUMS } from '@cahier/export'
import { type AllowedSigner, signerOf } from './allowed-signers.ts'

/** Whose signatures are accepted, and the day that counts. */
export interface AcceptedKeys {
  readonly signers: readonly AllowedSigner[]
  readonly day: string
}

/** The signature of `SHA256SUMS`. */
export interface BundleSignature {
  /** Of the key, as OpenSSH shows it; `''` when it cannot be read. */
  readonly fingerprint: string
  /** Whether it is these sums that the key signed. */
  readonly verified: boolean
  /** Whose key it is, after the keys that are accepted; `''` when nothing says. */
  readonly signer: string
}

interface VerifiedSignature {
  readonly signature: BundleSignature | null
  readonly findings: readonly Finding[]
}

/**
 * Whether the sums of a bundle were signed, by which key, and whether it is one that is accepted.
 */
export function verifyBundleSignature(
  files: readonly BundleFile[],
  accepted: AcceptedKeys | null,
): VerifiedSignature {
  const [sums, armored] = [SUMS, SIGNATURE].map(
    (name) => files.find(({ path }) => path === name)?.bytes ?? null,
  )
  const wrong = (
    message: Parameters<typeof bundleFinding<'bundle/signature'>>[1],
    fingerprint = '',
  ) => [
    bundleFinding('bundle/signature', message, SIGNATURE, {
      fingerprint,
      expected: BUNDLE_NAMESPACE,
    }),
  ]
  if (armored == null)
    return { signature: null, findings: accepted === null ? [] : wrong('absent') }
  const verdict = verifySignature(sums ?? new Uint8Array(), armored, BUNDLE_NAMESPACE)
  const { fingerprint } = verdict
  const verified = verdict.ok && isAsWritten(armored)
  if (!verified || verdict.key === null)
    return {
      signature: { fingerprint, verified: false, signer: '' },
      findings: wrong(MESSAGES[verdict.why], fingerprint),
    }
  const signer =
    accepted === null ? '' : signerOf(accepted.signers, verdict.key, BUNDLE_NAMESPACE, accepted.day)
  const findings = accepted !== null && signer === '' ? wrong('stranger', fingerprint) : []
  return { signature: { fingerprint, verified, signer }, findings }
}

const MESSAGES = {
  '': 'unreadable',
  unreadable: 'unreadable',
  malformed: 'unreadable',
  version: 'unreadable',
  certificate: 'refused',
  algorithm: 'refused',
  hash: 'refused',
  namespace: 'namespace',
  mismatch: 'mismatch',
} as const satisfies Record<SignatureVerdict['why'], string>

// OpenSSH forgives what follows the last line, and an older version: none of it is signed, and so
// anyone could have changed it.
function isAsWritten(armored: Uint8Array): boolean {
  const written =
    /^-----BEGIN SSH SIGNATURE-----\r?\n((?:[A-Za-z0-9+/=]+\r?\n)+)-----END SSH SIGNATURE-----(?:\r?\n)?$/
  const match = written.exec(new TextDecoder('latin1').decode(armored))
  const blob = Buffer.from((match?.[1] ?? '').replace(/\s/g, ''), 'base64')
  return blob.length > 10 && blob.readUInt32BE(6) === 1
}
