import { tryGit } from './ask-git.ts'
import { unreadTexts } from './git-blobs.ts'

/**
 * The entries that `git ls-tree` gives of a commit, from the top of the repository.
 * @throws {UsageError} when git cannot, as where a copy leaves folders on the network (a partial
 *   clone).
 */
export function gitTree(
  folder: string,
  commit: string,
  options: readonly string[],
  prefix = '',
): readonly string[] {
  const answer = tryGit(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    ...options,
    commit,
    ...(prefix === '' ? [] : ['--', prefix]),
  ])
  if (answer === null) throw unreadTexts()
  return answer
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '')
}
