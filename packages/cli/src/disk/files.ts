import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LARGEST_TEXT } from '@cahier/core/source'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/**
 * The text of a file that the command names. @throws {UsageError} when there is none, or it is no
 * text.
 */
export function textFile(written: string, cwd: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(resolve(cwd, written)),
    )
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw noSuchFile(written)
    throw new UsageError(
      `« ${written} » ne peut pas être lu comme du texte`,
      `“${written}” cannot be read as text`,
    )
  }
}

/**
 * The file that a command names, seen from where it runs; with `--programme`, from the programme
 * when there is none here.
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

/** What is said of a path that the command names, where nothing is. */
export function noSuchFile(written: string): UsageError {
  return new UsageError(`« ${written} » n’existe pas`, `“${written}” does not exist`)
}

/**
 * What reading a file or a folder that the command names gives. @throws {UsageError} when the
 * system refuses, of it or of something in it.
 */
export function reading<Read>(written: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new UsageError(
      `« ${written} » ne peut pas être lu (${code})`,
      `“${written}” cannot be read (${code})`,
    )
  }
}

/**
 * The code of an error of the system, such as `ENOENT`; `undefined` for an error that is our own
 * fault.
 */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined
}

/** What a file says; `null` when there is none, or none that can be read. */
export function textIfAny(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * The text of a file that is looked at before the programme is read. Nothing when it is missing, or
 * is a link, a pipe, a device or a file too large: a stranger may have put it there, and a pipe is
 * waited for for ever.
 */
export function ordinaryText(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    const file = lstatSync(path)
    return file.isFile() && file.size <= LARGEST_TEXT ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
