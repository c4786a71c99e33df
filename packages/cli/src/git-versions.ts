import { tryGit } from './ask-git.ts'
import { gitBlobs } from './git-blobs.ts'

/** A file as one commit left it. Of the commit itself, only the moment (seconds since 1970) and the subject: who signed it is nobody's business. */
export interface GitVersion {
  /** From the top of the repository. */
  readonly path: string
  readonly commit: string
  readonly text: string
  readonly seconds: number
  readonly subject: string
}

/** More commits than the story of one text takes. */
const MOST = 400

/**
 * The versions that git holds, up to a revision, of the files that a pathspec of git names from a folder, the newest commit first; none where
 * there is no git. Blobs are read by git itself: no hook runs, no shell, nothing is checked out.
 */
export function gitVersions(folder: string, pathspec: string, revision = 'HEAD'): readonly GitVersion[] {
  if (/[\n\0]/.test(pathspec)) return []
  const log = tryGit(folder, [
    ...[
      'log',
      `--max-count=${MOST}`,
      '--no-show-signature',
      '--no-ext-diff',
      '--no-color',
      '--no-renames',
      '--no-relative',
      '-z',
      '-m',
      '--name-only',
    ],
    ...['--format=%x01%H%x02%ct%x02%s', revision, '--', pathspec],
  ])
  const wanted = commitsIn(log?.toString('utf8') ?? '').flatMap((commit) => commit.paths.map((path) => ({ ...commit, path })))
  const names = wanted.map(({ hash, path }) => `${hash}:${path}`)
  const texts = gitBlobs(folder, names)
  return wanted.flatMap(({ path, hash, seconds, subject }, index) => {
    const text = texts[index] ?? null
    return text === null ? [] : [{ path, commit: hash, text, seconds, subject }]
  })
}

interface Commit {
  readonly hash: string
  readonly seconds: number
  readonly subject: string
  readonly paths: readonly string[]
}

// A merge is told once for each parent: its paths are those of all of them, once.
function commitsIn(log: string): readonly Commit[] {
  const commits = new Map<string, Commit>()
  for (const entry of log.split('\x01').slice(1)) {
    const [head = '', ...paths] = entry.split('\0')
    const [hash = '', seconds = '', subject = ''] = head.split('\x02')
    if (!/^[0-9a-f]{40,64}$/.test(hash)) continue
    const named = paths.map((path) => path.replace(/^\n/, '')).filter((path) => path !== '' && !path.includes('\n'))
    const known = commits.get(hash)?.paths ?? []
    commits.set(hash, { hash, seconds: Number(seconds), subject, paths: [...new Set([...known, ...named])] })
  }
  return [...commits.values()]
}
