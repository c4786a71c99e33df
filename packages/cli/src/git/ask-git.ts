import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The output of a git command in a folder. The folder may come from a stranger, so git runs no hook
 * and no file monitor, and reaches no network. A command that would run other configured programs,
 * such as filters, must disable them itself.
 * @throws when git is missing or fails (`stderr` says why), or when the folder is in a bare
 * repository.
 */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  if (hasContributedRepository(realpathSync(folder)))
    throw new Error('a bare repository among files')
  const options = { env: environmentFor(process.env), input, maxBuffer: 1 << 28 }
  return execFileSync('git', ['-C', folder, ...QUIET, ...args], { ...options, stdio: 'pipe' })
}

/** The output of a git command; `null` when `askGit` throws. */
export function tryGit(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return askGit(folder, args, input)
  } catch {
    return null
  }
}

/** The output of a git command as text, without final blanks; `''` when `askGit` throws. */
export function gitOutput(folder: string, args: readonly string[]): string {
  return tryGit(folder, args)?.toString('utf8').trimEnd() ?? ''
}

/** The parts of an output that git separates by NUL (`-z`); empty when `askGit` throws. */
export function gitNames(folder: string, args: readonly string[]): readonly string[] {
  return tryGit(folder, args)?.toString('utf8').split('\0').filter(Boolean) ?? []
}

// When a hook of a linked worktree runs `cahier`, git has set GIT_DIR but not GIT_WORK_TREE. With
// that GIT_DIR, `git -C folder` would take `folder` for the top of the repository.
function environmentFor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // The user's environment may change how git reads path arguments.
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

// A stranger's repository may configure programs. `core.fsmonitor` is empty, not `false`: git
// before 2.36 would run a program called `false`.
const QUIET = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null']

// A contribution can contain a bare repository, and git would run the programs in its settings. The
// setting that forbids this, `safe.bareRepository`, is too recent to rely on.
function hasContributedRepository(folder: string) {
  for (let from = folder; !existsSync(join(from, '.git')); from = dirname(from)) {
    if (lstatSync(join(from, 'HEAD'), { throwIfNoEntry: false })?.isDirectory() === false)
      return true
    if (dirname(from) === from) return false
  }
  return false
}
