import { tryGit } from './ask-git.ts'
import { gitBlobs } from './git-blobs.ts'

/** The texts that git holds of a file of a folder, the newest first; none where there is no git. No hook runs, and no shell. */
export function gitTexts(folder: string, path: string, most = 400): readonly string[] {
  const prefix = tryGit(folder, ['rev-parse', '--show-prefix'])
  if (prefix === null || path.includes('\n')) return []
  const commits =
    tryGit(folder, ['rev-list', `--max-count=${most}`, 'HEAD', '--', path])
      ?.toString('utf8')
      .split('\n')
      .filter(Boolean) ?? []
  const named = commits.map((commit) => `${commit}:${prefix.toString('utf8').trimEnd()}${path}`)
  return gitBlobs(folder, named).filter((text) => text !== null)
}

/** The text that git holds of a file at the last commit; `null` where there is no git, or it holds none. */
export function gitText(folder: string, path: string): string | null {
  return tryGit(folder, ['cat-file', 'blob', `HEAD:./${path}`])?.toString('utf8') ?? null
}
