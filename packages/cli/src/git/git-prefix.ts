import { tryGit } from './ask-git.ts'

/**
 * The path of a folder from the top of its repository, with its slash; `''` for the top itself, and
 * where there is no git.
 */
export function gitPrefix(folder: string): string {
  return tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? ''
}
