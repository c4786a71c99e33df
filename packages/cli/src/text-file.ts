import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { noSuchFile } from './no-such-file.ts'
import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

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
