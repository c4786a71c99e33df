import { tryGit } from './ask-git.ts'

/**
 * The files that bear another name in the index than at a commit, which git takes for renamed: the
 * path that each had and the one it has, from the top of the repository. None where there is no
 * git.
 */
export function gitRenames(
  folder: string,
  commit: string,
): readonly (readonly [from: string, to: string])[] {
  const asked = [
    'diff-index',
    '--cached',
    '-r',
    '--find-renames',
    '--diff-filter=R',
    '--name-status',
    '-z',
    commit,
  ]
  const listed = tryGit(folder, asked)?.toString('utf8').split('\0') ?? []
  const renames: [string, string][] = []
  // A likeness, the name it had, the name it has.
  for (let at = 0; at + 2 < listed.length; at += 3)
    renames.push([listed[at + 1] ?? '', listed[at + 2] ?? ''])
  return renames
}
