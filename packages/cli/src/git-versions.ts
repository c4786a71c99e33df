import { tryGit } from './ask-git.ts'
import { gitBlobs } from './git-blobs.ts'

/** A file as one commit left it. Of the commit itself, only the moment (seconds since 1970) and the subject: who signed it is nobody's business. */
export interface GitVersion {
  readonly path: string
  readonly text: string
  readonly seconds: number
  readonly subject: string
}

/** More commits than the story of one text takes. */
const MOST = 400

/**
 * The versions that git holds of the files that a pattern names below a folder, the newest commit first; none where there is no git. Blobs
 * are read by git itself: no hook runs, no shell, nothing is checked out.
 */
export function gitVersions(folder: string, pattern: string): readonly GitVersion[] {
  const prefix = tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').trimEnd()
  if (prefix === undefined || /[\n\0]/.test(pattern)) return []
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
    ...['--format=%x01%H%x02%ct%x02%s', 'HEAD', '--', `:(glob)${pattern}`],
  ])
  const commits = commitsIn(log?.toString('utf8') ?? '').map((commit) => ({
    ...commit,
    paths: commit.paths.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
  }))
  const wanted = commits.flatMap((commit) => commit.paths.map((path) => ({ ...commit, path })))
  const names = wanted.map(({ hash, path }) => `${hash}:${prefix}${path}`)
  const texts = gitBlobs(folder, names)
  return wanted.flatMap(({ path, seconds, subject }, index) => {
    const text = texts[index] ?? null
    return text === null ? [] : [{ path, text, seconds, subject }]
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
