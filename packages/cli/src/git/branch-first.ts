import type { Invocation } from '../command.ts'
import { tryGit } from './ask-git.ts'

/**
 * The revision that `--since` names. Where a branch and a tag both bear that name git takes the
 * tag, which anybody may have added: the branch comes first here, and that is said.
 */
export function branchFirst(
  folder: string,
  revision: string,
  { language, sayError }: Pick<Invocation, 'language' | 'sayError'>,
): string {
  const [, name = '', rest = ''] = /^([^~^:@]*)(.*)$/s.exec(revision) ?? []
  const isThere = (ref: string) => tryGit(folder, ['show-ref', '--verify', '--quiet', ref]) !== null
  if (name === '' || !isThere(`refs/tags/${name}`)) return revision
  const branch = [`refs/heads/${name}`, `refs/remotes/${name}`].find(isThere)
  if (branch === undefined) return revision
  sayError(`${WORDS[language](name)}\n`)
  return `${branch}${rest}`
}

const WORDS = {
  fr: (name: string) =>
    `« ${name} » est à la fois une branche et une étiquette (tag) de git : c’est la branche qui est prise. Pour l’étiquette, écrivez : --since tags/${name}`,
  en: (name: string) =>
    `“${name}” is both a branch and a tag of git: the branch is taken. For the tag, write: --since tags/${name}`,
} as const
