import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { wording } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'

export const ALREADY_THERE = wording(
  '{path} existe déjà, et reste comme il est. À y ajouter si cela vous convient :',
  '{path} is there already, and stays as it is. To add to it if it suits you:',
)
export const UP_TO_DATE = {
  fr: 'Tout est déjà en place.',
  en: 'Everything is already in place.',
} as const

/** Sets up one editor, forge or other tool for a programme. */
export type SetupTarget = (invocation: Invocation) => Promise<ExitCode>

/** The root of the repository around a folder; outside a repository, the folder itself. */
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
