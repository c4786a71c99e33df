import { tryGit } from './ask-git.ts'
import { baseOf, prefixAt } from './folder-at.ts'

/**
 * The files of a folder that bear another name than where this branch left a revision, and that name: what git takes for a renaming. Both are paths in the
 * folder.
 * @throws {UsageError} when there is no git, no such revision, or no common history.
 */
export function namesSince(folder: string, revision: string): ReadonlyMap<string, string> {
  const base = baseOf(folder, revision)
  const now = tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? ''
  const then = prefixAt(folder, base)
  const asked = ['diff-index', '--cached', '-r', '--find-renames', '--diff-filter=R', '--name-status', '-z', base]
  const listed = tryGit(folder, asked)?.toString('utf8').split('\0') ?? []
  const names = new Map<string, string>()
  // A likeness, the name it had, the name it has.
  for (let at = 0; at + 2 < listed.length; at += 3) {
    const [from, to] = [listed[at + 1] ?? '', listed[at + 2] ?? '']
    if (from.startsWith(then) && to.startsWith(now)) names.set(to.slice(now.length), from.slice(then.length))
  }
  return names
}
