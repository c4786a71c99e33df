import { execFileSync } from 'node:child_process'

/** What git answers in a folder: no shell, no hook. @throws when there is no git, or it refuses. */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  const env = ofThatFolder(process.env)
  return execFileSync('git', ['-C', folder, ...args], { env, input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
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
