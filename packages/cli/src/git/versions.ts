import type { FormerFile } from '@cahier/consensus'
import { tryGit } from './ask-git.ts'
import { gitBlobs, gitLog, unreadTextsError } from './objects.ts'
import { gitPrefix } from './renames.ts'
import { mergeBases } from './revision.ts'

export interface GitVersion {
  /** From the top of the repository. */
  readonly path: string
  readonly commit: string
  readonly parents: readonly string[]
  /** All requested paths that the commit changed, such as the old and new paths of a move. */
  readonly paths: readonly string[]
  readonly text: string
  /** Commit time, in seconds since 1970. */
  readonly seconds: number
  readonly subject: string
}

const MOST = 400

interface WantedVersions {
  /** The newest commit to read. */
  readonly revision?: string
  /** True adds the versions of a merged branch whose text was not kept. */
  readonly leftAside?: boolean
  /** Commits to leave out, with their ancestors. The limit `MOST` then does not apply. */
  readonly without?: readonly string[]
}

/**
 * The versions of the files that a git pathspec names, newest first; empty without git.
 * @throws {UsageError} when git cannot read the history, or lacks a version.
 */
export function gitVersions(
  folder: string,
  pathspec: string,
  { revision = 'HEAD', leftAside = false, without }: WantedVersions = {},
): readonly GitVersion[] {
  if (/[\n\0]/.test(pathspec)) return []
  // `--date-order` lists children before parents. `-c` lists, for a merge commit, only the files
  // that differ from all parents.
  const bounds = without?.map((commit) => `^${commit}`) ?? [`--max-count=${MOST}`]
  const order = ['--no-renames', '--date-order', '-c', '--name-only']
  const more = leftAside ? ['--full-history'] : []
  const options = [...bounds, ...order, ...more, '--format=%x01%H%x02%P%x02%ct%x02%s']
  const wanted = commitsIn(gitLog(folder, options, revision, pathspec))
  const names = wanted.map(({ path, commit }) => `${commit}:${path}`)
  const texts = gitBlobs(folder, names)
  // A commit that removed a file has no text. Any other missing text means a partial or damaged
  // repository.
  const gone = names.filter((_, index) => texts[index] === null)
  const succeeds = (...args: readonly string[]) => tryGit(folder, args) !== null
  const isLost = (name: string) =>
    succeeds('rev-parse', '--quiet', '--verify', name) && !succeeds('cat-file', '-e', name)
  if (gone.some(isLost)) throw unreadTextsError()
  return wanted.flatMap((one, index) => {
    const text = texts[index]
    return text == null ? [] : [{ ...one, text }]
  })
}

function commitsIn(log: string): readonly Omit<GitVersion, 'text'>[] {
  return `\0${log}`
    .split('\0\x01')
    .slice(1)
    .flatMap((entry) => {
      const [head = '', ...paths] = entry.split('\0')
      const [commit = '', parents = '', seconds = '', subject = ''] = head.split('\x02')
      if (!/^[0-9a-f]{40,64}$/.test(commit)) return []
      const named = paths
        .map((path) => path.replace(/^\n/, ''))
        .filter((path) => path !== '' && !path.includes('\n'))
      return named.map((path) => ({
        path,
        paths: named,
        commit,
        parents: parents.split(' ').filter(Boolean),
        seconds: Number(seconds),
        subject,
      }))
    })
}

/**
 * The positions files (members' stances) and signatures in each commit of this branch since a
 * revision.
 */
export function positionsSince(folder: string, revision: string): readonly FormerFile[] {
  const prefix = gitPrefix(folder)
  const without = mergeBases(folder, revision)
  const versions = gitVersions(folder, ':(literal)positions', { leftAside: true, without })
  // A signature may be committed without its file.
  const files = new Map(
    versions.map(({ commit, path: written }) => {
      const path = written.replace(/\.sig$/, '')
      return [`${commit}:${path}`, path]
    }),
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
