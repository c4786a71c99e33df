import { readFileSync } from 'node:fs'
import { isSameKey, type PublicKey, publicKeyIn } from '@cahier/consensus'
import { reading } from './reading.ts'

/**
 * One line of an `allowed_signers` file of OpenSSH (ssh-keygen(1), ALLOWED SIGNERS): a key, whose
 * it is, and what it may sign.
 */
export interface AllowedSigner {
  readonly principals: string
  readonly key: PublicKey
  /** Patterns, with commas between; `''`: for anything. */
  readonly namespaces: string
  /** Days and times, `YYYYMMDD[HHMM[SS]]`, or `''`. */
  readonly after: string
  readonly before: string
}

/**
 * Reads the file; lines that give no key that may sign (comments, certificate authorities) are left
 * out.
 */
export function readAllowedSigners(path: string, written: string): readonly AllowedSigner[] {
  return reading(written, () => readFileSync(path, 'utf8').split(/\r?\n/).flatMap(signerIn))
}

/**
 * Whose key it is, as the file says, when it may sign for this namespace on this day; `''`
 * otherwise. On the edge of a validity, it may not.
 */
export function signerOf(
  signers: readonly AllowedSigner[],
  key: PublicKey,
  namespace: string,
  day: string,
): string {
  const today = day.replaceAll('-', '')
  const found = signers.find(
    (signer) =>
      isSameKey(signer.key, key) &&
      (signer.namespaces === '' || matches(signer.namespaces, namespace)) &&
      (signer.after === '' || today > signer.after.slice(0, 8) || today === signer.after) &&
      (signer.before === '' || today < signer.before.slice(0, 8)),
  )
  return found?.principals ?? ''
}

const LINE =
  /^(?<principals>[^\s#"]+|"[^"]+")[ \t]+(?:(?<options>(?!ssh-|sk-|ecdsa-)(?:[^\s"]|"[^"]*")+)[ \t]+)?(?<key>\S+[ \t]+\S+)/

function signerIn(line: string): AllowedSigner[] {
  const { principals = '', options = '', key: written = '' } = LINE.exec(line.trim())?.groups ?? {}
  const key = publicKeyIn(written)
  const given = new Map(
    [...options.matchAll(/([a-z-]+)(?:="([^"]*)"|=([^,"]*))?/gi)].map(([, name = '', a, b]) => [
      name.toLowerCase(),
      a ?? b ?? '',
    ]),
  )
  if (key === null || given.has('cert-authority')) return []
  const validity = (option: string) => (given.get(option) ?? '').replace(/Z$/, '')
  const namespaces = given.get('namespaces') ?? ''
  return [
    {
      principals: principals.replaceAll('"', ''),
      key,
      namespaces,
      after: validity('valid-after'),
      before: validity('valid-before'),
    },
  ]
}

// A list of patterns with `*` and `?`; one that begins with `!` excludes.
function matches(patterns: string, name: string): boolean {
  const fits = (pattern: string) =>
    new RegExp(
      `^${pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    ).test(name)
  const list = patterns.split(',')
  const excluded = list.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1)))
  return !excluded && list.some((pattern) => !pattern.startsWith('!') && fits(pattern))
}
