import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { tryGit } from './ask-git.ts'

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
