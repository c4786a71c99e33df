import { tryGit } from './ask-git.ts'
import { unreadTexts } from './git-blobs.ts'

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
