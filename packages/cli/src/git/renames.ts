import { gitNames, gitOutput } from './ask-git.ts'
import { gitLog } from './objects.ts'

/** A former path of a file, from the top of the repository, and the commit that renamed it. */
export interface FormerName {
  readonly path: string
  readonly commit: string
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
  // An entry is a commit, then `M` and a path, or `R<likeness>` and two paths, old and new.
  for (const entry of log.split('\x01').slice(1)) {
    const [head = '', status = '', from = ''] = entry.split('\0')
    const [commit = '', seconds = ''] = head.split('\x02')
    // Stops where the file was added: `--follow` would go on with a similar file.
    if (/^\n?[AC]/.test(status)) break
    if (/^\n?R/.test(status)) names.push({ path: from, commit, seconds: Number(seconds) })
  }
  return names
}

/** The path of a folder in its repository, with a final slash; `''` at the top or without git. */
export function gitPrefix(folder: string): string {
  return gitOutput(folder, ['rev-parse', '--show-prefix'])
}

/**
 * The files renamed in the index since a commit: old and new paths, from the top of the repository.
 * Empty without git.
 */
export function gitRenames(
  folder: string,
  commit: string,
): readonly (readonly [from: string, to: string])[] {
  const options = ['--cached', '-r', '--find-renames', '--diff-filter=R', '--name-status', '-z']
  // Three parts for each file: `R<likeness>`, the old path, the new path.
  const listed = gitNames(folder, ['diff-index', ...options, commit])
  return listed.flatMap((from, at) => (at % 3 === 1 ? [[from, listed[at + 1] ?? ''] as const] : []))
}
