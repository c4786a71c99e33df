import type { FormerFile } from '@cahier/consensus'
import { tryGit } from './ask-git.ts'
import { gitPrefix } from './names.ts'
import { gitBlobs, gitLog, unreadTexts } from './objects.ts'
import { basesOf } from './revision.ts'

/**
 * A file as one commit left it. Of the commit itself, only the moment (seconds since 1970) and the
 * subject: who signed it is nobody's business.
 */
export interface GitVersion {
  /** From the top of the repository. */
  readonly path: string
  readonly commit: string
  /** The commits that it was made on: two or more for a merge. */
  readonly parents: readonly string[]
  /**
   * All that it changed of the files asked for: another of them is where this one stood before it
   * moved.
   */
  readonly paths: readonly string[]
  readonly text: string
  readonly seconds: number
  readonly subject: string
}

/** More commits than the story of one text takes. */
const MOST = 400

/**
 * Up to which commit versions are wanted, `HEAD` when it is not said; and whether those of branches
 * of which a merge kept nothing are wanted too. With `without`, all versions are, however many, but
 * those that these commits have.
 */
interface WantedVersions {
  readonly revision?: string
  readonly leftAside?: boolean
  readonly without?: readonly string[]
}

/**
 * The versions that git holds of the files that a pathspec of git names from a folder, the newest
 * commit first; none where there is no git. Blobs are read by git itself: no hook runs, no shell,
 * nothing is checked out.
 * @throws {UsageError} when git cannot, or lacks one of them.
 */
export function gitVersions(
  folder: string,
  pathspec: string,
  { revision = 'HEAD', leftAside = false, without }: WantedVersions = {},
): readonly GitVersion[] {
  if (/[\n\0]/.test(pathspec)) return []
  // Nothing before what it was made from, whatever clocks said; of merges, what none of their sides
  // had.
  const bounds = without?.map((commit) => `^${commit}`) ?? [`--max-count=${MOST}`]
  const order = [
    ...bounds,
    '--no-renames',
    '--date-order',
    '-c',
    '--name-only',
    ...(leftAside ? ['--full-history'] : []),
  ]
  const log = gitLog(folder, [...order, '--format=%x01%H%x02%P%x02%ct%x02%s'], revision, pathspec)
  const wanted = commitsIn(log)
  const texts = gitBlobs(
    folder,
    wanted.map(({ path, commit }) => `${commit}:${path}`),
  )
  // A commit that removed a file has no text of it. One that names a text and lacks it is damaged:
  // its story would have a hole that nobody sees.
  const gone = wanted
    .filter((_, index) => texts[index] === null)
    .map(({ path, commit }) => `${commit}:${path}`)
  if (gone.some((name) => isNamed(folder, name) && !isHeld(folder, name))) throw unreadTexts()
  return wanted.flatMap((one, index) => {
    const text = texts[index] ?? null
    return text === null ? [] : [{ ...one, text }]
  })
}

function isNamed(folder: string, name: string): boolean {
  return tryGit(folder, ['rev-parse', '--quiet', '--verify', name]) !== null
}

function isHeld(folder: string, name: string): boolean {
  return tryGit(folder, ['cat-file', '-e', name]) !== null
}

function commitsIn(log: string): readonly Omit<GitVersion, 'text'>[] {
  // A subject may hold any sign but NUL.
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
      const of = {
        commit,
        parents: parents.split(' ').filter((one) => one !== ''),
        paths: named,
        seconds: Number(seconds),
        subject,
      }
      return named.map((path) => ({ ...of, path }))
    })
}

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
