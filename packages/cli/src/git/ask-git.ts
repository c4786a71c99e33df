import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The output of a git command in a folder. Safe in a folder from a stranger: no shell, hook,
 * network, configured program, or repository hidden among the files.
 * @throws when git is missing or refuses (`stderr` says why), or when the folder is not safe.
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

/** The same; `null` when git is missing or refuses. */
export function tryGit(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return askGit(folder, args, input)
  } catch {
    return null
  }
}

// In a linked worktree, hooks get only GIT_DIR: any folder would pass for the top of the
// repository.
function ofThatFolder(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Settings of the calling process about its own paths do not apply to ours.
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

// A repository from a stranger may configure programs to run. The values are empty because git
// before 2.36 would run a program called `false`.
const QUIET = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null']

// A commit may hold the files of a bare repository: git would take its folder for a repository and
// run programs that its settings name. `safe.bareRepository` is too recent to rely on.
function hasContributedRepository(folder: string): boolean {
  for (let from = folder; !existsSync(join(from, '.git')); from = dirname(from)) {
    if (lstatSync(join(from, 'HEAD'), { throwIfNoEntry: false })?.isDirectory() === false)
      return true
    if (dirname(from) === from) return false
  }
  return false
}
