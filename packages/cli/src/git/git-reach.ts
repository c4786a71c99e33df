import { UsageError } from '../usage-error.ts'
import { askGit, tryGit } from './ask-git.ts'

/** How much of its history a folder has with it: none where there is no git; a part in a shallow clone. */
export function gitReach(folder: string): 'none' | 'refused' | 'part' | 'all' {
  const answer = tryGit(folder, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim()
  if (answer === undefined) return isRefused(folder) ? 'refused' : 'none'
  return answer === 'true' ? 'part' : 'all'
}

/** Whether git refuses to read the repository of a folder, since it is somebody else's, as on a key or a shared disk. */
export function isRefused(folder: string): boolean {
  try {
    askGit(folder, ['rev-parse', '--git-dir'])
    return false
  } catch (error) {
    return error instanceof Error && 'stderr' in error && `${error.stderr}`.includes('safe.directory')
  }
}

export function refusal(): UsageError {
  return new UsageError(
    'git refuse de lire ce dépôt, qui est à quelqu’un d’autre : « git status » dit comment le lui permettre',
    'git refuses to read this repository, which is somebody else’s: “git status” says how to allow it',
  )
}
