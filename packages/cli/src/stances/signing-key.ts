import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { isSameKey, keyEntry, keyringOf, publicKeyIn } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import { optionText } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { inTemporaryFolder, readTextOrNull, systemCode } from '../disk/files.ts'
import { nothingWritten } from '../writing/disk-error.ts'

export interface SigningKey {
  /** The path of the private key, or of the public key when an agent holds the private key. */
  readonly file: string
  /** The delegate who owns the key. If unknown, the value of `--by`, or `''`. */
  readonly delegate: string
}

/**
 * The key for `--sign`: the named key, else the first key in `~/.ssh` that is valid today for a
 * delegate of the member. `null` without `--sign`; throws when no key fits.
 */
export function signingKey(
  programme: Programme,
  member: string,
  invocation: Invocation,
): SigningKey | null {
  const { values, cwd, day } = invocation
  if (typeof values.sign !== 'string') return null
  const by = optionText(invocation, 'by')
  const held = keyringOf(programme).keys.filter(
    ({ collective, delegate }) => collective === member && (by === '' || delegate === by),
  )
  const today = day()
  const isValid = ({ from, revoked }: (typeof held)[number]) =>
    from <= today && (revoked === '' || revoked > today)
  const keyAt = (file: string) => {
    const key = publicKeyIn(readTextOrNull(file.endsWith('.pub') ? file : `${file}.pub`) ?? '')
    const holders = key === null ? [] : held.filter((one) => isSameKey(one.key, key))
    const unheld = key !== null && holders.length === 0 ? keyEntry(key, today) : ''
    return { file, holders, unheld }
  }
  if (values.sign !== '') {
    const file = resolve(
      cwd,
      values.sign.replace(/^~(?=[\\/])/, () => homedir()),
    )
    if (!existsSync(file))
      throw new UsageError(`aucune clé à cet endroit : ${file}`, `no key in that place: ${file}`)
    const { holders, unheld } = keyAt(file)
    if (unheld !== '')
      throw new UsageError(
        `cette clé n’est celle d’aucun délégué de « ${member} »${by && ` nommé « ${by} »`} (collectives/${member}.yaml) : ${file}. Si elle doit l’être, ajoutez-la sous « keys: » de ce délégué. Écrivez : ${unheld}`,
        `this key is that of no delegate of “${member}”${by && ` named “${by}”`} (collectives/${member}.yaml): ${file}. If it should be, add it below “keys:” of that delegate. Write: ${unheld}`,
      )
    return { file, delegate: (holders.find(isValid) ?? holders[0])?.delegate ?? by }
  }
  const folder = join(homedir(), '.ssh')
  const usual = USUAL.map((name) => keyAt(join(folder, name)))
  for (const { file, holders } of usual) {
    const valid = holders.find(isValid)
    if (valid !== undefined)
      return { file: existsSync(file) ? file : `${file}.pub`, delegate: valid.delegate }
  }
  const entry = usual.find(({ unheld }) => unheld !== '')?.unheld ?? ''
  throw new UsageError(
    `aucune de vos clés (${folder}) n’est une clé valable d’un délégué de « ${member} » : nommez-en une avec --sign=FICHIER, ou faites ajouter la vôtre à collectives/${member}.yaml${entry && `, sous « keys: » d’un délégué. Écrivez : ${entry}`}`,
    `none of your keys (${folder}) is a valid key of a delegate of “${member}”: name one with --sign=FILE, or have yours added to collectives/${member}.yaml${entry && `, below “keys:” of a delegate. Write: ${entry}`}`,
  )
}

const USUAL = ['id_ed25519', 'id_ed25519_sk', 'id_ecdsa', 'id_ecdsa_sk', 'id_rsa']

/** Signs a text with ssh-keygen, through a file: standard input is for the passphrase. */
export function signatureOf(text: string, namespace: string, { file }: SigningKey): string {
  return inTemporaryFolder((folder) => {
    const written = join(folder, 'signed')
    writeFileSync(written, text, { mode: 0o600 })
    const args = ['-q', '-Y', 'sign', '-n', namespace, '-f', file, '--', written]
    const { status, error } = spawnSync('ssh-keygen', args, {
      stdio: ['inherit', 'ignore', 'inherit'],
    })
    if (systemCode(error) === 'ENOENT')
      throw nothingWritten(
        'la commande « ssh-keygen » n’est pas installée (paquet openssh-client)',
        'the command “ssh-keygen” is not installed (package openssh-client)',
      )
    if (error !== undefined || status !== 0)
      throw nothingWritten(
        `ssh-keygen n’a pas pu signer avec « ${file} »`,
        `ssh-keygen could not sign with “${file}”`,
      )
    return readFileSync(`${written}.sig`, 'utf8')
  })
}
