import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
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

/**
 * What git is in the middle of, as one types it after `git`; `null` when nothing. What stands in
 * the folder then is also what others wrote.
 */
export type UnderWay = (typeof TRACES)[number][0] | null

/** What git leaves in its own folder until it has finished. */
const TRACES = [
  ['rebase', 'rebase-merge'],
  ['am', 'rebase-apply/applying'],
  ['rebase', 'rebase-apply'],
  ['merge', 'MERGE_HEAD'],
  ['cherry-pick', 'CHERRY_PICK_HEAD'],
  ['revert', 'REVERT_HEAD'],
  ['merge --squash', 'SQUASH_MSG'],
] as const

export function underWay(folder: string): UnderWay {
  const asked = TRACES.flatMap(([, trace]) => ['--git-path', trace])
  const paths =
    tryGit(folder, ['rev-parse', ...asked])
      ?.toString('utf8')
      .split('\n') ?? []
  return (
    TRACES.find(
      (_, index) => paths[index] !== undefined && existsSync(resolve(folder, paths[index])),
    )?.[0] ?? null
  )
}
