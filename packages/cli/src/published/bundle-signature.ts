import { readFileSync } from 'node:fs'
import {
  isSameKey,
  type PublicKey,
  publicKeyIn,
  type SignatureVerdict,
  verifySignature,
} from '@cahier/consensus'
import { BUNDLE_NAMESPACE, type BundleFile, bundleFinding, SIGNATURE, SUMS } from '@cahier/export'
import { readOrRefuse } from '../disk/files.ts'

/** The accepted keys, and the day for which they must be valid. */
export interface AcceptedKeys {
  readonly signers: readonly AllowedSigner[]
  readonly day: string
}

/**
 * Verifies the signature of `SHA256SUMS` in a published edition and, with `accepted`, the key.
 * `signature` is null without a signature. `signer`: the owner of the key, `''` if unknown.
 */
export function verifyBundleSignature(files: readonly BundleFile[], accepted: AcceptedKeys | null) {
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
  const { fingerprint, key } = verdict
  const verified = verdict.ok && key !== null && isAsWritten(armored)
  const signer = verified && accepted !== null ? signerOf(key, accepted) : ''
  const isStranger = verified && accepted !== null && signer === ''
  const message = verified ? 'stranger' : MESSAGES[verdict.why]
  const findings = verified && !isStranger ? [] : wrong(message, fingerprint)
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

// The signature protects neither the lines around it nor its own version number, which must be 1.
// Both are checked here.
function isAsWritten(armored: Uint8Array) {
  const written =
    /^-----BEGIN SSH SIGNATURE-----\r?\n((?:[A-Za-z0-9+/=]+\r?\n)+)-----END SSH SIGNATURE-----(?:\r?\n)?$/
  const match = written.exec(new TextDecoder('latin1').decode(armored))
  const blob = Buffer.from((match?.[1] ?? '').replace(/\s/g, ''), 'base64')
  return blob.length > 10 && blob.readUInt32BE(6) === 1
}

/** A line of an OpenSSH `allowed_signers` file (ssh-keygen(1)). */
interface AllowedSigner {
  /** The owners of the key. */
  readonly principals: string
  readonly key: PublicKey
  /** Patterns separated by commas; `''` allows every namespace. */
  readonly namespaces: string
  /** The limits of validity: `YYYYMMDD[HHMM[SS]]`, or `''`. */
  readonly after: string
  readonly before: string
}

/**
 * Reads an `allowed_signers` file. Like OpenSSH, ignores a line with a wrong option. Keys of
 * certificate authorities are ignored too.
 */
export function readAllowedSigners(path: string, written: string): readonly AllowedSigner[] {
  return readOrRefuse(written, () => readFileSync(path, 'utf8').split(/\r?\n/).flatMap(signerIn))
}

/** The owners of a key that is valid for bundles during the whole of `day`; `''` otherwise. */
function signerOf(key: PublicKey, { signers, day }: AcceptedKeys) {
  const today = day.replaceAll('-', '')
  const found = signers.find(
    (signer) =>
      isSameKey(signer.key, key) &&
      (signer.namespaces === '' || matches(signer.namespaces, BUNDLE_NAMESPACE)) &&
      (signer.after === '' || today > signer.after.slice(0, 8) || today === signer.after) &&
      (signer.before === '' || today < signer.before.slice(0, 8)),
  )
  return found?.principals ?? ''
}

// A line such as `anna@example.org namespaces="file" ssh-ed25519 AAAA`.
const LINE =
  /^(?<principals>[^\s#"]+|"[^"]+")[ \t]+(?:(?<options>(?!ssh-|sk-|ecdsa-)(?:[^\s"]|"[^"]*")+)[ \t]+)?(?<key>\S+[ \t]+\S+)/

// The options that OpenSSH knows besides `cert-authority`, with a valid value.
const OPTION =
  /^(namespaces(?=="[^"])|valid-(?:after|before)(?=="\d{8}(?:\d{4}(?:\d\d)?)?Z?"))="([^"]*)"$/i

function signerIn(line: string): AllowedSigner[] {
  const { principals = '', options = '', key: written = '' } = LINE.exec(line.trim())?.groups ?? {}
  const key = publicKeyIn(written)
  const parts = options.match(/(?:[^,"]|"[^"]*")+/g) ?? []
  const given = new Map(
    parts.map((part) => {
      const [, name = '', value = ''] = OPTION.exec(part) ?? []
      return [name.toLowerCase(), value]
    }),
  )
  if (key === null || given.has('') || given.size < parts.length) return []
  const value = (option: string) => given.get(option) ?? ''
  return [
    {
      principals: principals.replaceAll('"', ''),
      key,
      namespaces: value('namespaces'),
      after: value('valid-after').replace(/Z$/i, ''),
      before: value('valid-before').replace(/Z$/i, ''),
    },
  ]
}

// `*` and `?` are wildcards. A pattern that begins with `!` excludes names.
function matches(patterns: string, name: string) {
  const fitting = patterns.split(',').filter((pattern) => {
    const escaped = pattern.replace(/^!/, '').replace(/[.+^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name)
  })
  return fitting.length > 0 && !fitting.some((pattern) => pattern.startsWith('!'))
}
