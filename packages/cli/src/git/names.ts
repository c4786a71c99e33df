import { tryGit } from './ask-git.ts'
import { gitLog } from './objects.ts'

/**
 * A former name of a file, as a path from the top of the repository, with the commit that renamed
 * it.
 */
export interface FormerName {
  readonly path: string
  readonly commit: string
  /** Time of that commit, in seconds since 1970. */
  readonly seconds: number
}

/** The former names of a file, the last first, as git detects renames. Empty without git. */
export function formerNames(folder: string, path: string): readonly FormerName[] {
  const log = gitLog(
    folder,
    ['--follow', '--name-status', '--format=%x01%H%x02%ct'],
    'HEAD',
    `:(literal)${path}`,
  )
  const names: FormerName[] = []
  // Each entry: a commit, then the status: `M` and a path, or `R<likeness>`, the old path and the
  // new.
  for (const entry of log.split('\x01').slice(1)) {
    const [head = '', status = '', from = ''] = entry.split('\0')
    const [commit = '', seconds = ''] = head.split('\x02')
    // Git goes on with the file that an added one may be a copy of: that is another text.
    if (/^\n?[AC]/.test(status)) break
    if (/^\n?R/.test(status)) names.push({ path: from, commit, seconds: Number(seconds) })
  }
  return names
}

/**
 * The path of a folder from the top of its repository, with a slash; `''` at the top or without
 * git.
 */
export function gitPrefix(folder: string): string {
  return tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? ''
}

/**
 * Pairs of old and new paths, from the top of the repository, of the files renamed in the index
 * since a commit. Empty without git.
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
  // Three fields each: likeness, old path, new path.
  for (let at = 0; at + 2 < listed.length; at += 3)
    renames.push([listed[at + 1] ?? '', listed[at + 2] ?? ''])
  return renames
}
