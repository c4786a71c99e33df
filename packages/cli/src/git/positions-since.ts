import type { FormerFile } from '@cahier/consensus'
import { basesOf } from './folder-at.ts'
import { gitBlobs } from './git-blobs.ts'
import { gitPrefix } from './git-prefix.ts'
import { gitVersions } from './git-versions.ts'

/**
 * The positions files, with their signatures, as each commit of this branch since a revision left
 * them.
 * @throws {UsageError} when git cannot.
 */
export function positionsSince(folder: string, revision: string): readonly FormerFile[] {
  const prefix = gitPrefix(folder)
  const versions = gitVersions(folder, ':(literal)positions', {
    leftAside: true,
    without: basesOf(folder, revision),
  })
  // A signature may come in a commit of its own.
  const files = new Map(
    versions.map(({ commit, path }) => [
      `${commit}:${path.replace(/\.sig$/, '')}`,
      path.replace(/\.sig$/, ''),
    ]),
  )
  const texts = gitBlobs(
    folder,
    [...files.keys()].flatMap((name) => [name, `${name}.sig`]),
  )
  return [...files.values()].flatMap((path, index) => {
    const [text = null, signature = null] = texts.slice(2 * index)
    return text === null ? [] : [{ path: path.slice(prefix.length), text, signature }]
  })
}
