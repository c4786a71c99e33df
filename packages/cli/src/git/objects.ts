import { UsageError } from '../arguments/usage-error.ts'
import { tryGit } from './ask-git.ts'

/**
 * The texts of git objects (`<commit>:<path>`, or a hash), in order; `null` for a missing object.
 * @throws {UsageError} when git cannot read them.
 */
export function gitBlobs(folder: string, names: readonly string[]): readonly (string | null)[] {
  if (names.length === 0) return []
  const answer = tryGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  if (answer === null) throw unreadTextsError()
  // For each name: a line `<object> blob <bytes>`, the bytes, a line end; or `<name> missing`.
  let at = 0
  return names.map(() => {
    const headEnd = answer.indexOf(10, at)
    const [, kind, size] = / (\w+) (\d+)$/.exec(answer.toString('utf8', at, headEnd)) ?? []
    const start = headEnd + 1
    at = kind === undefined ? start : start + Number(size) + 1
    return kind === 'blob' ? answer.toString('utf8', start, start + Number(size)) : null
  })
}

export function unreadTextsError() {
  return new UsageError(
    'git n’a pas pu lire tous les textes d’avant : cette copie en a laissé sur le réseau (clone partiel : « git fetch --refetch --no-filter » les prend), ou elle est abîmée (« git fsck » le dit)',
    'git could not read all earlier texts: this copy left some on the network (a partial clone: “git fetch --refetch --no-filter” gets them), or it is damaged (“git fsck” says so)',
  )
}

/**
 * The entries of `git ls-tree` below `prefix` in a commit. Paths start at the repository's top.
 * @throws {UsageError} when git cannot read them.
 */
export function gitTree(
  folder: string,
  commit: string,
  options: readonly string[],
  prefix = '',
): readonly string[] {
  const below = prefix === '' ? [] : ['--', prefix]
  const answer = tryGit(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    ...options,
    commit,
    ...below,
  ])
  if (answer === null) throw unreadTextsError()
  return answer.toString('utf8').split('\0').filter(Boolean)
}

/**
 * The output of `git log -z` (NUL after each commit and path), whatever the user's settings; `''`
 * without git or without that revision.
 * @throws {UsageError} when git cannot read the history.
 */
export function gitLog(
  folder: string,
  options: readonly string[],
  revision: string,
  pathspec: string,
): string {
  const command = [...SETTINGS, 'log', ...QUIET, ...options, revision, '--', pathspec]
  const answer = tryGit(folder, command)
  if (answer !== null) return answer.toString('utf8')
  if (tryGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]) !== null)
    throw unreadTextsError()
  return ''
}

const QUIET = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-color', '-z']

// Settings, not options: git before 2.28 has no `--no-relative`.
const SETTINGS = [
  'diff.relative=false',
  'log.showRoot=true',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
].flatMap((one) => ['-c', one])
