import { tryGit } from './ask-git.ts'

/** What `git log` answers, whatever the person has set it to show; `''` where there is no git. Its entries are ended by NUL. */
export function gitLog(folder: string, args: readonly string[]): string {
  return (
    tryGit(folder, [...SETTINGS, 'log', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-color', '-z', ...args])?.toString(
      'utf8',
    ) ?? ''
  )
}

// Settings, since a git before 2.28 has no `--no-relative`, as that of Ubuntu 20.04, and heeds no setting of that name either.
const SETTINGS = ['diff.relative=false', 'log.showRoot=true', 'log.follow=false', 'i18n.logOutputEncoding=UTF-8'].flatMap((one) => [
  '-c',
  one,
])
