import { baseOf, prefixAt } from './folder-at.ts'
import { gitPrefix } from './git-prefix.ts'
import { gitRenames } from './git-renames.ts'

/**
 * The files of a folder that bear another name than where this branch left a revision, and that
 * name: what git takes for a renaming. Both are paths in the folder.
 * @throws {UsageError} when there is no git, no such revision, or no common history.
 */
export function namesSince(folder: string, revision: string): ReadonlyMap<string, string> {
  const base = baseOf(folder, revision)
  const [now, then] = [gitPrefix(folder), prefixAt(folder, base)]
  const within = gitRenames(folder, base).filter(
    ([from, to]) => from.startsWith(then) && to.startsWith(now),
  )
  return new Map(within.map(([from, to]) => [to.slice(now.length), from.slice(then.length)]))
}
