import { tryGit } from './ask-git.ts'
import { gitLog } from './objects.ts'

/**
 * A name that a file bore, as a path from the top of the repository, and the commit that gave it
 * the next one.
 */
export interface FormerName {
  readonly path: string
  readonly commit: string
  /** When that commit was made, in seconds since 1970. */
  readonly seconds: number
}

/**
 * The names that a file of a folder bore before the one it has, the last first: what git takes for
 * a renaming. None where there is no git.
 */
export function formerNames(folder: string, path: string): readonly FormerName[] {
  const log = gitLog(
    folder,
    ['--follow', '--name-status', '--format=%x01%H%x02%ct'],
    'HEAD',
    `:(literal)${path}`,
  )
  const names: FormerName[] = []
  // A commit, then the status of the file: "M", its path; or "R<likeness>", the path it had, the
  // one it has.
  for (const entry of log.split('\x01').slice(1)) {
    const [head = '', status = '', from = ''] = entry.split('\0')
    const [commit = '', seconds = ''] = head.split('\x02')
    // Where a file was added, git goes on with the one that it may have been copied from: that is
    // another text.
    if (/^\n?[AC]/.test(status)) break
    if (/^\n?R/.test(status)) names.push({ path: from, commit, seconds: Number(seconds) })
  }
  return names
}

/**
 * The path of a folder from the top of its repository, with its slash; `''` for the top itself, and
 * where there is no git.
 */
export function gitPrefix(folder: string): string {
  return tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? ''
}

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
