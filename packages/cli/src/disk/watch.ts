import { existsSync, type Stats } from 'node:fs'
import { dirname, isAbsolute, normalize, relative, sep } from 'node:path'
import { FOLDERS, isMarkdown } from '@cahier/core'
import { watch } from 'chokidar'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from './files.ts'

/** Milliseconds without a change before `onChange` runs: editors save in several steps. */
const STILL = 80

/**
 * Calls `onChange` once after each burst of changes to the files of a programme. Ignores `dist/`
 * and hidden files. Resolves to a function that stops watching.
 * @throws {UsageError} when the system allows no more watches.
 */
export async function watchFolder(
  folder: string,
  onChange: () => void,
): Promise<() => Promise<void>> {
  return (await watchPaths([folder], (path) => isOurs(relative(folder, path).split(sep)), onChange))
    .stop
}

/** Watches Markdown files, named or below named folders. Paths are absolute. */
export async function watchLoose(paths: readonly string[], onChange: () => void) {
  let others: ReadonlySet<string> = new Set()
  let theirFolders: ReadonlySet<string> = new Set()
  const isShown = (path: string) =>
    paths.some((one) => {
      const inside = relative(one, path)
      return (
        !isAbsolute(inside) &&
        !inside.split(sep).some((step) => step.startsWith('.') || step === 'node_modules')
      )
    })
  const isLoose = (path: string, stats?: Stats) =>
    others.has(path) ||
    theirFolders.has(path) ||
    (isShown(path) && (stats?.isFile() !== true || isMarkdown(path)))
  const { stop, add } = await watchPaths(
    paths,
    isLoose,
    onChange,
    (event, path) => event !== 'change' || isMarkdown(path),
  )
  return {
    stop,
    /**
     * Replaces the list of additional files, such as link targets. For files other than Markdown,
     * `onChange` runs only when they appear or disappear.
     */
    besides(these: readonly string[]) {
      others = new Set(these.filter((path) => !(isMarkdown(path) && isShown(path))))
      theirFolders = new Set([...others].map((path) => dirname(path)))
      // The folders are added because a deleted file may return. The files are added because
      // chokidar skipped them as long as they were not in `others`.
      add([...theirFolders, ...others].filter((path) => existsSync(path)))
    },
  }
}

async function watchPaths(
  paths: readonly string[],
  isWatched: (path: string, stats?: Stats) => boolean,
  onChange: () => void,
  matters: (event: string, path: string) => boolean = () => true,
) {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch([...paths], {
    ignoreInitial: true,
    // chokidar gives slashes on Windows too.
    ignored: (path, stats) => !isWatched(normalize(path), stats),
    atomic: STILL,
  })
  watcher.on('all', (event, path) => {
    if (!matters(event, path)) return
    clearTimeout(timer)
    timer = setTimeout(onChange, STILL)
  })
  try {
    await new Promise<void>((resolve, reject) =>
      watcher.once('ready', () => resolve()).once('error', reject),
    )
  } catch (error) {
    await watcher.close()
    throw asWatchError(error)
  }
  // A new folder that cannot be watched does not end the watch.
  watcher.on('error', () => {})
  return {
    add: (more: string[]) => watcher.add(more),
    async stop() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}

function asWatchError(error: unknown): unknown {
  const code = systemCode(error)
  if (code !== 'ENOSPC' && code !== 'EMFILE' && code !== 'ENFILE') return error
  return new UsageError(
    `le système ne laisse pas surveiller plus de fichiers (${code}) : fermez d’autres programmes qui le font, ou relancez la commande à la main`,
    `the system lets no more files be watched (${code}): close other programs that do, or run the command again by hand`,
  )
}

function isOurs(steps: readonly string[]) {
  const [first = ''] = steps
  if (first === '') return true
  if (steps.some((step) => step.startsWith('.'))) return false
  return (
    FOLDERS.some((name) => name === first) ||
    (steps.length === 1 && /\.(?:md|ya?ml|json)$/.test(first))
  )
}
