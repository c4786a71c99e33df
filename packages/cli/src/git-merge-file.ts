import { spawnSync } from 'node:child_process'

/** What `git merge-file -p` answers to the same arguments; `null` where there is no git, or where it could not. No shell is called. */
export function gitMergeFile(
  options: readonly string[],
  files: readonly [string, string, string],
): { readonly bytes: Buffer; readonly conflicts: number } | null {
  const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', '-q', ...options, '--', ...files], {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return error !== undefined || status === null || status > 127 ? null : { bytes: stdout, conflicts: status }
}
