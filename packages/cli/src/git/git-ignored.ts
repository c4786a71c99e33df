import { resolve } from 'node:path'
import { repositoryAbove } from '@cahier/core/read-folder'
import { tryGit } from './ask-git.ts'

/**
 * The files and folders below a folder that git ignores, as absolute paths; none outside a
 * repository or without git. Git answers by itself: it knows every `.gitignore`, the user's own
 * list, and that a file it follows is never ignored.
 */
export function gitIgnored(folder: string): ReadonlySet<string> {
  if (repositoryAbove(folder) === null) return new Set()
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']
  const names = tryGit(folder, args)?.toString('utf8').split('\0') ?? []
  return new Set(names.filter((name) => name !== '').map((name) => resolve(folder, name)))
}
