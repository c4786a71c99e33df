import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { repositoryAbove } from '@cahier/core/read-folder'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { askGit, gitNames, gitOutput } from './ask-git.ts'

/**
 * How much history git has of the folder. `none`: no repository. `part`: a shallow clone.
 * `refused`: git does not read the repository of another user. `missing`: git is not installed.
 */
export function gitReach(folder: string): 'missing' | 'none' | 'refused' | 'part' | 'all' {
  try {
    const answer = askGit(folder, ['rev-parse', '--is-shallow-repository'])
    return answer.toString('utf8').trim() === 'true' ? 'part' : 'all'
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing'
    const { stderr } = error as { readonly stderr?: unknown }
    return `${stderr}`.includes('safe.directory') ? 'refused' : 'none'
  }
}

export function repositoryRefusedError() {
  return new UsageError(
    'git refuse de lire ce dépôt, qui est à quelqu’un d’autre : « git status » dit comment le lui permettre',
    'git refuses to read this repository, which is somebody else’s: “git status” says how to allow it',
  )
}

export function noGitError() {
  return new UsageError('il faut git, et il est introuvable', 'git is needed, and cannot be found')
}

/** The unfinished git operation, as typed after `git`, or null. */
export type UnfinishedOperation = (typeof TRACES)[number][0] | null

/** Git operations, and what each operation leaves in `.git` until its end. */
const TRACES = [
  ['rebase', 'rebase-merge'],
  ['am', 'rebase-apply/applying'],
  ['rebase', 'rebase-apply'],
  ['merge', 'MERGE_HEAD'],
  ['cherry-pick', 'CHERRY_PICK_HEAD'],
  ['revert', 'REVERT_HEAD'],
  ['merge --squash', 'SQUASH_MSG'],
] as const

export function unfinishedOperation(folder: string): UnfinishedOperation {
  const options = TRACES.flatMap(([, trace]) => ['--git-path', trace])
  const paths = gitOutput(folder, ['rev-parse', ...options]).split('\n')
  return TRACES.find((_, at) => paths[at] && existsSync(resolve(folder, paths[at])))?.[0] ?? null
}

/** The absolute paths that git ignores below a folder; empty without git or a repository. */
export function gitIgnored(folder: string): ReadonlySet<string> {
  if (repositoryAbove(folder) === null) return new Set()
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']
  return new Set(gitNames(folder, args).map((name) => resolve(folder, name)))
}
