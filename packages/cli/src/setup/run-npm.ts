import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../usage-error.ts'

/**
 * What npm said on standard error; `null` when all went well. Nothing of a package is run. @throws
 * {UsageError} when there is no npm.
 */
export function runNpm(
  words: readonly string[],
  cwd: string,
  settings: Readonly<Record<string, string>> = {},
): string | null {
  const quiet = {
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_ignore_scripts: 'true',
    // Who has no network is told so at once.
    npm_config_fetch_retries: '0',
  }
  // On Windows `npm` is a script of the shell: paths go by the environment, for no shell to read.
  const { error, status, stderr } = spawnSync('npm', [...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...quiet, ...settings },
    shell: process.platform === 'win32',
  })
  if (error !== undefined)
    throw new UsageError(
      'il faut npm, qui vient avec Node, et il n’a pas été trouvé',
      'npm is needed, which comes with Node, and was not found',
    )
  return status === 0 ? null : stderr.trim()
}

/** What comes of a folder of its own, which is gone afterwards. */
export function inPassing<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
