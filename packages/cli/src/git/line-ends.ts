import { createHash } from 'node:crypto'
import type { Programme, Source } from '@cahier/core'
import { gitNames, gitOutput, tryGit } from './ask-git.ts'

/**
 * The paths of the given texts that git would find unchanged in the folder. Git converts the line
 * ends of some files when it stores them. Empty without git.
 */
export function pathsGitStoresAs(folder: string, texts: readonly Source[]): ReadonlySet<string> {
  const named = texts.filter(({ path }) => !path.includes('\n'))
  const isRepository = named.length > 0 && gitOutput(folder, ['rev-parse', '--git-dir']) !== ''
  const unfiltered = isRepository ? withoutFilters(folder) : null
  const paths = named.map(({ path }) => `${path}\n`).join('')
  const stored =
    unfiltered && tryGit(folder, [...unfiltered, 'hash-object', '--stdin-paths'], paths)
  const names = stored?.toString('utf8').split('\n') ?? []
  const same = named.filter(({ text }, at) => names[at] === blobName(text, names[at]))
  return new Set(same.map(({ path }) => path))
}

// Options that disable git's filter programs; `null` for a key with `=`, which no option can name.
function withoutFilters(folder: string): readonly string[] | null {
  const keys = gitNames(folder, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.'])
  if (keys.some((key) => key.includes('='))) return null
  return keys.flatMap((key) => ['-c', `${key}=${key.endsWith('.required') ? 'false' : ''}`])
}

/**
 * The git object name of a text. It is a SHA-1, or a SHA-256 when the object name `like` is one.
 */
function blobName(text: string, like = '') {
  const bytes = Buffer.from(text, 'utf8')
  return createHash(like.length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

/**
 * Gives committed texts the line ends of the files in the folder when nothing else differs, so that
 * `core.autocrlf` does not look like a change.
 */
export function withLocalLineEnds(
  kept: readonly Source[],
  { documents, records, signatures }: Programme,
): readonly Source[] {
  const here = new Map(
    [...documents, ...records, ...signatures].map(({ path, text }) => [path, text]),
  )
  return kept.map(({ path, text }) => {
    const now = here.get(path) ?? text
    return {
      path,
      text: now !== text && withUnixLineEnds(now) === withUnixLineEnds(text) ? now : text,
    }
  })
}

export function withUnixLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
