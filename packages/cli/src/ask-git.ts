import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What git answers in a folder: no shell, no hook, and no repository that came with the files of another one.
 * @throws when there is no git, or it refuses (`stderr` says why), or is not to be asked.
 */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  if (hasContributedRepository(realpathSync(folder))) throw new Error('a bare repository among files')
  const env = ofThatFolder(process.env)
  return execFileSync('git', ['-C', folder, ...args], { env, input, maxBuffer: 256 * 1024 * 1024, stdio: 'pipe' })
}

/** The same, but `null` when there is no git, or it refuses. */
export function tryGit(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return askGit(folder, args, input)
  } catch {
    return null
  }
}

// Hooks are given a GIT_DIR alone in a linked worktree: any folder would then pass for the top of the repository.
function ofThatFolder(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env.GIT_WORK_TREE === undefined ? { ...env, GIT_DIR: undefined, GIT_INDEX_FILE: undefined } : env
}

// Git keeps no `.git` in a commit, but lets one hold the files of a bare repository, takes their folder for the repository itself, and heeds settings there,
// which name programs to run. Its own refusal (`safe.bareRepository`) is younger than many a git.
function hasContributedRepository(folder: string): boolean {
  for (let from = folder; !existsSync(join(from, '.git')); from = dirname(from)) {
    if (lstatSync(join(from, 'HEAD'), { throwIfNoEntry: false })?.isDirectory() === false) return true
    if (dirname(from) === from) return false
  }
  return false
}
