import { systemCode } from '../system-code.ts'
import { UsageError } from '../usage-error.ts'
import { askGit, tryGit } from './ask-git.ts'

/**
 * How much of its history a folder has with it: none where there is no git; a part in a shallow
 * clone.
 */
export function gitReach(folder: string): 'none' | 'refused' | 'part' | 'all' {
  const answer = tryGit(folder, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim()
  if (answer === undefined) return isRefused(folder) ? 'refused' : 'none'
  return answer === 'true' ? 'part' : 'all'
}

/**
 * Whether git refuses to read the repository of a folder, since it is somebody else's, as on a key
 * or a shared disk.
 */
export function isRefused(folder: string): boolean {
  const fault = faultIn(folder)
  return fault instanceof Error && 'stderr' in fault && `${fault.stderr}`.includes('safe.directory')
}

/** Whether there is no git to ask of a folder. */
export function isAbsent(folder: string): boolean {
  return systemCode(faultIn(folder)) === 'ENOENT'
}

function faultIn(folder: string): unknown {
  try {
    askGit(folder, ['rev-parse', '--git-dir'])
    return null
  } catch (error) {
    return error
  }
}

export function refusal(): UsageError {
  return new UsageError(
    'git refuse de lire ce dépôt, qui est à quelqu’un d’autre : « git status » dit comment le lui permettre',
    'git refuses to read this repository, which is somebody else’s: “git status” says how to allow it',
  )
}

export function noGit(): UsageError {
  return new UsageError('il faut git, et il est introuvable', 'git is needed, and cannot be found')
}
