import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@cahier/core'
import { tryGit } from '../git/ask-git.ts'
import { gitSettings } from '../setup/git-settings.ts'
import { ownCommand } from '../setup/own-command.ts'
import { repositoryOf } from '../setup/repository-of.ts'

/**
 * Makes a folder a repository of git that merges our texts, and tells whether it did. It does
 * nothing where there is no git, nor inside a repository of something else.
 */
export function beginGit(folder: string, language: Language): boolean {
  if (repositoryOf(folder) !== folder) return false
  const version = tryGit(folder, ['--version'])
  if (version === null) return false
  if (
    !existsSync(join(folder, '.git')) &&
    tryGit(folder, ['-c', 'init.defaultBranch=main', 'init', '-q']) === null
  )
    return false
  return gitSettings(ownCommand(), version.toString('utf8'), language).every(
    ({ key, value }) => tryGit(folder, ['config', '--local', '--replace-all', key, value]) !== null,
  )
}
