import { UsageError } from '../arguments/usage-error.ts'
import { tryGit } from './ask-git.ts'

/**
 * The texts of some objects of git, by name (`<commit>:<path>`, or a hash), in their order; `null`
 * for one it does not have. Blobs are read by git itself: no hook runs, no shell, nothing is
 * checked out. No name holds a line end.
 * @throws {UsageError} when git cannot, as where a copy leaves texts on the network (a partial
 *   clone).
 */
export function gitBlobs(folder: string, names: readonly string[]): readonly (string | null)[] {
  if (names.length === 0) return []
  const answer = tryGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  if (answer === null) throw unreadTexts()
  // For each name a line "<object> blob <bytes>", its bytes, a line end; or "<name> missing".
  let at = 0
  return names.map(() => {
    const headEnd = answer.indexOf(10, at)
    const [, kind, size] = / (\w+) (\d+)$/.exec(answer.toString('utf8', at, headEnd)) ?? []
    const start = headEnd + 1
    at = kind === undefined ? start : start + Number(size) + 1
    return kind === 'blob' ? answer.toString('utf8', start, start + Number(size)) : null
  })
}

export function unreadTexts(): UsageError {
  return new UsageError(
    'git n’a pas pu lire tous les textes d’avant : cette copie en a laissé sur le réseau (clone partiel : « git fetch --refetch --no-filter » les prend), ou elle est abîmée (« git fsck » le dit)',
    'git could not read all earlier texts: this copy left some on the network (a partial clone: “git fetch --refetch --no-filter” gets them), or it is damaged (“git fsck” says so)',
  )
}

/**
 * The entries that `git ls-tree` gives of a commit, from the top of the repository.
 * @throws {UsageError} when git cannot, as where a copy leaves folders on the network (a partial
 *   clone).
 */
export function gitTree(
  folder: string,
  commit: string,
  options: readonly string[],
  prefix = '',
): readonly string[] {
  const answer = tryGit(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    ...options,
    commit,
    ...(prefix === '' ? [] : ['--', prefix]),
  ])
  if (answer === null) throw unreadTexts()
  return answer
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '')
}

/**
 * What `git log` answers of a revision and a pathspec, whatever the person has set it to show; `''`
 * where there is no git, or no such revision. Its entries are ended by NUL.
 * @throws {UsageError} when git cannot, as where a copy leaves folders on the network (a partial
 *   clone).
 */
export function gitLog(
  folder: string,
  options: readonly string[],
  revision: string,
  pathspec: string,
): string {
  const answer = tryGit(folder, [
    ...SETTINGS,
    'log',
    ...QUIET,
    ...options,
    revision,
    '--',
    pathspec,
  ])
  if (answer !== null) return answer.toString('utf8')
  if (tryGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]) !== null)
    throw unreadTexts()
  return ''
}

const QUIET = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-color', '-z']

// Settings, since a git before 2.28 has no `--no-relative`, as that of Ubuntu 20.04, and heeds no
// setting of that name either.
const SETTINGS = [
  'diff.relative=false',
  'log.showRoot=true',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
].flatMap((one) => ['-c', one])
