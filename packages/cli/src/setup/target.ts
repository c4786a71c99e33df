import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'

export type SetupTarget = (invocation: Invocation) => Promise<ExitCode>

/** The root of the repository around a folder, or the folder itself. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return folder
  }
}

/**
 * The text of a file to set up; `''` when it is missing.
 * @throws {UsageError} when it cannot be read.
 */
export function textBefore(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw new UsageError(`« ${path} » ne peut pas être lu`, `“${path}” cannot be read`)
  }
}
