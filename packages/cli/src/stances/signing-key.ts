import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isSameKey, keyEntry, keyringOf, publicKeyIn } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import { textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'

export interface SigningKey {
  /** The private key, or the public one when an agent holds the private one. */
  readonly file: string
  /** The delegate who owns the key; `''` when its public part is missing. */
  readonly delegate: string
}

/**
 * The key for `--sign`: the named one, else the first usual key of a delegate of the member, valid
 * that day. `null` without `--sign`.
 */
export function signingKey(
  programme: Programme,
  member: string,
  invocation: Invocation,
): SigningKey | null {
  const { values, cwd, day } = invocation
  if (typeof values.sign !== 'string') return null
  const by = textGiven(invocation, 'by')
  const held = keyringOf(programme).keys.filter(
    ({ collective, delegate }) => collective === member && (by === '' || delegate === by),
  )
  const today = day()
  const entryOf = (file: string) => {
    const key = publicKeyBeside(file)
    return key === null ? '' : keyEntry(key, today)
  }
  const holderOf = (file: string) => {
    const key = publicKeyBeside(file)
    return key === null ? null : (held.find((one) => isSameKey(one.key, key)) ?? 'nobody')
  }
  if (values.sign !== '') {
    const file = resolve(cwd, values.sign.replace(/^~(?=[\\/])/, homedir()))
    if (!existsSync(file))
      throw new UsageError(`aucune clé à cet endroit : ${file}`, `no key in that place: ${file}`)
    const holder = holderOf(file)
    if (holder === 'nobody')
      throw new UsageError(
        `cette clé n’est celle d’aucun délégué de « ${member} »${by && ` nommé « ${by} »`} (collectives/${member}.yaml) : ${file}. Si elle doit l’être, ajoutez-la sous « keys: » de ce délégué. Écrivez : ${entryOf(file)}`,
        `this key is that of no delegate of “${member}”${by && ` named “${by}”`} (collectives/${member}.yaml): ${file}. If it should be, add it below “keys:” of that delegate. Write: ${entryOf(file)}`,
      )
    return { file, delegate: holder?.delegate ?? by }
  }
  const usual = USUAL.map((name) => join(homedir(), '.ssh', name))
  for (const file of usual) {
    const holder = holderOf(file)
    if (holder === null || holder === 'nobody') continue
    const isValid = held.some(
      ({ key, from, revoked }) =>
        isSameKey(key, holder.key) && from <= today && (revoked === '' || revoked > today),
    )
    if (isValid) return { file: existsSync(file) ? file : `${file}.pub`, delegate: holder.delegate }
  }
  const [entry = ''] = usual.filter((file) => holderOf(file) === 'nobody').map(entryOf)
  throw new UsageError(
    `aucune de vos clés (${join(homedir(), '.ssh')}) n’est une clé valable d’un délégué de « ${member} » : nommez-en une avec --sign=FICHIER, ou faites ajouter la vôtre à collectives/${member}.yaml${entry && `, sous « keys: » d’un délégué. Écrivez : ${entry}`}`,
    `none of your keys (${join(homedir(), '.ssh')}) is a valid key of a delegate of “${member}”: name one with --sign=FILE, or have yours added to collectives/${member}.yaml${entry && `, below “keys:” of a delegate. Write: ${entry}`}`,
  )
}

const USUAL = ['id_ed25519', 'id_ed25519_sk', 'id_ecdsa', 'id_ecdsa_sk', 'id_rsa']

function publicKeyBeside(file: string) {
  try {
    return publicKeyIn(readFileSync(file.endsWith('.pub') ? file : `${file}.pub`, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Signs a text with ssh-keygen, through a temporary file: standard input is for the passphrase.
 * @throws {UsageError} when ssh-keygen is missing or fails.
 */
export function signatureOf(text: string, namespace: string, { file }: SigningKey): string {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-'))
  const written = join(folder, 'signed')
  try {
    writeFileSync(written, text, { mode: 0o600 })
    const args = ['-q', '-Y', 'sign', '-n', namespace, '-f', file, '--', written]
    const { status, error } = spawnSync('ssh-keygen', args, {
      stdio: ['inherit', 'ignore', 'inherit'],
    })
    if (systemCode(error) === 'ENOENT')
      throw new UsageError(
        'la commande « ssh-keygen » n’est pas installée (paquet openssh-client) : rien n’est écrit',
        'the command “ssh-keygen” is not installed (package openssh-client): nothing is written',
      )
    if (error !== undefined || status !== 0)
      throw new UsageError(
        `ssh-keygen n’a pas pu signer avec « ${file} » : rien n’est écrit`,
        `ssh-keygen could not sign with “${file}”: nothing is written`,
      )
    return readFileSync(`${written}.sig`, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
