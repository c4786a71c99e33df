import { tryGit } from './ask-git.ts'
import { gitLog } from './objects.ts'

/** A former path of a file, from the top of the repository, and the commit that renamed it. */
export interface FormerName {
  readonly path: string
  readonly commit: string
  /** Time of the commit, in seconds since 1970. */
  readonly seconds: number
}

/** The former names of a file, latest first, as git detects renames. Empty without git. */
export function formerNames(folder: string, path: string): readonly FormerName[] {
  const log = gitLog(
    folder,
    ['--follow', '--name-status', '--format=%x01%H%x02%ct'],
    'HEAD',
    `:(literal)${path}`,
  )
  const names: FormerName[] = []
  // An entry is a commit, then `M` and a path, or `R<likeness>`, the old path and the new path.
  for (const entry of log.split('\x01').slice(1)) {
    const [head = '', status = '', from = ''] = entry.split('\0')
    const [commit = '', seconds = ''] = head.split('\x02')
    // `--follow` goes on with the file that an added file resembles. That is another text.
    if (/^\n?[AC]/.test(status)) break
    if (/^\n?R/.test(status)) names.push({ path: from, commit, seconds: Number(seconds) })
  }
  return names
}

/**
 * The path of a folder from the top of its repository, with a final slash; `''` at the top or
 * without git.
 */
export function gitPrefix(folder: string): string {
  return tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? ''
}

/**
 * The files renamed in the index since a commit: old and new paths, from the top of the repository.
 * Empty without git.
 */
export function gitRenames(
  folder: string,
  commit: string,
): readonly (readonly [from: string, to: string])[] {
  const command = [
    'diff-index',
    '--cached',
    '-r',
    '--find-renames',
    '--diff-filter=R',
    '--name-status',
    '-z',
    commit,
  ]
  const listed = tryGit(folder, command)?.toString('utf8').split('\0') ?? []
  const renames: [string, string][] = []
  for (let at = 0; at + 2 < listed.length; at += 3)
    renames.push([listed[at + 1] ?? '', listed[at + 2] ?? ''])
  return renames
}
