import { execFileSync } from 'node:child_process'

/** What git answers in a folder: no shell, no hook. @throws when there is no git, or it refuses. */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', folder, ...args], { input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
}

/** The same, but `null` when there is no git, or it refuses. */
export function tryGit(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return askGit(folder, args, input)
  } catch {
    return null
  }
}
