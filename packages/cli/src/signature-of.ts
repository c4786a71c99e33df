import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SigningKey } from './signing-key.ts'
import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

/**
 * The signature of a text, for one use, as ssh-keygen writes it. It is given a file of its own,
 * rather than standard input, so that it can ask for a passphrase or for a touch of the device.
 * @throws {UsageError} when it is not installed, or could not sign.
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
