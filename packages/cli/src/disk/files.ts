import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { LARGEST_TEXT } from '@cahier/core/source'
import { errorAbout } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/**
 * The text of a file named on the command line.
 * @throws {UsageError} when the file is missing or not UTF-8.
 */
export function readTextFile(written: string, cwd: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(resolve(cwd, written)),
    )
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw noSuchFile(written)
    throw errorAbout(
      written,
      'ne peut pas être lu comme du texte en UTF-8',
      'cannot be read as UTF-8 text',
    )
  }
}

/**
 * The absolute path of a file named on the command line. With `--programme`, a file missing from
 * the working folder is looked for in the programme folder.
 */
export function namedPath(
  written: string,
  { cwd, folder, values }: Pick<Invocation, 'cwd' | 'folder' | 'values'>,
): string {
  const [here, there] = [resolve(cwd, written), resolve(folder, written)]
  return typeof values.programme === 'string' && !existsSync(here) && existsSync(there)
    ? there
    : here
}

export function noSuchFile(written: string) {
  return errorAbout(written, 'n’existe pas', 'does not exist')
}

/** Runs `read`; system errors become a UsageError about the path. */
export function readOrRefuse<Read>(written: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    if (code === 'ENOENT') throw noSuchFile(written)
    throw errorAbout(written, `ne peut pas être lu (${code})`, `cannot be read (${code})`)
  }
}

/** The code of a system error, such as `ENOENT`; `undefined` for other errors. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined
}

export function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * The text of a small regular file; `''` for anything else. Links, pipes and devices may come from
 * a stranger and are never opened.
 */
export function readSmallFile(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    const file = lstatSync(path)
    return file.isFile() && file.size <= LARGEST_TEXT ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

/** Runs `use` with a new folder, removed afterwards. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
