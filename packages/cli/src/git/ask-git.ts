import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What git answers in a folder: no shell, no hook, no network, no program that the settings of a
 * repository name, and no repository that came with the files of another one.
 * @throws when there is no git, or it refuses (`stderr` says why), or is not to be asked.
 */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  if (hasContributedRepository(realpathSync(folder)))
    throw new Error('a bare repository among files')
  const env = ofThatFolder(process.env)
  return execFileSync('git', ['-C', folder, ...QUIET, ...args], {
    env,
    input,
    maxBuffer: 256 * 1024 * 1024,
    stdio: 'pipe',
  })
}

/** The same, but `null` when there is no git, or it refuses. */
export function tryGit(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return askGit(folder, args, input)
  } catch {
    return null
  }
}

// Hooks are given a GIT_DIR alone in a linked worktree: any folder would then pass for the top of
// the repository.
function ofThatFolder(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // What whoever calls us has set for its own paths means nothing to ours.
  const quiet = {
    ...env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: undefined,
    GIT_ICASE_PATHSPECS: undefined,
  }
  return env.GIT_WORK_TREE === undefined
    ? { ...quiet, GIT_DIR: undefined, GIT_INDEX_FILE: undefined }
    : quiet
}

// A folder that somebody sent may have its `.git`, and settings there name programs: one that tells
// what changed, and those by which git would fetch objects that a copy has left elsewhere. Empty,
// since a git before 2.36 would run what it is told is `false`.
const QUIET = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null']

// Git keeps no `.git` in a commit, but lets one hold the files of a bare repository, takes their
// folder for the repository itself, and heeds settings there, which name programs to run. Its own
// refusal (`safe.bareRepository`) is younger than many a git.
function hasContributedRepository(folder: string): boolean {
  for (let from = folder; !existsSync(join(from, '.git')); from = dirname(from)) {
    if (lstatSync(join(from, 'HEAD'), { throwIfNoEntry: false })?.isDirectory() === false)
      return true
    if (dirname(from) === from) return false
  }
  return false
}
