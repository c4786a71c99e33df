import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json and package-lock.json, with no slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * What each child process is given on top of the caller's environment: no telemetry, no notice of
 * newer versions.
 */
export const quietEnvironment = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NO_UPDATE_NOTIFIER: '1',
}

/**
 * How npm is started with these words: by the Node that runs it now, for on Windows `npm` is no
 * program but a script of the shell.
 */
export function npmCall(words) {
  const { npm_execpath: script = '' } = process.env
  return script.endsWith('npm-cli.js') ? [process.execPath, [script, ...words]] : ['npm', words]
}

/** The arguments of npm for a first install. */
export const installArguments = ['ci', '--no-audit', '--no-fund']

const marker = `${root}/node_modules/.installed-from`

/** Whether `node_modules` was made from this very lock file by this very Node. */
export function isInstalled() {
  try {
    return readFileSync(marker, 'utf8') === lockStamp()
  } catch {
    return false
  }
}

/**
 * Remembers that `node_modules` now follows the lock file, so that the next run installs nothing.
 */
export function markInstalled() {
  writeFileSync(marker, lockStamp())
}

/**
 * Installs with the output shown, unless it is done already; returns npm's exit status, 0 when
 * there was nothing to do.
 */
export function installIfNeeded() {
  if (isInstalled()) return 0
  const { status } = spawnSync(...npmCall(installArguments), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quietEnvironment },
  })
  if (status === 0) markInstalled()
  return status ?? 1
}

function lockStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}/package-lock.json`))
    .digest('hex')
  return `${lock} ${process.version} ${process.platform}-${process.arch}\n`
}
