import type { Stats } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { FOLDERS } from '@cahier/core'
import { watch } from 'chokidar'
import { isMarkdown } from './lint/loose-files.ts'

/** How long a folder must be still before what was saved in it is looked at, in milliseconds: editors save in several steps. */
const STILL = 80

/**
 * Calls `onChange` once after each burst of changes to the programme's own files below `folder`; what else stands there (`dist/`,
 * `node_modules/`, hidden files) is not looked at. Resolves, once it watches, with what stops it.
 */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => Promise<void>> {
  return watchPaths([folder], (path) => isOurs(relative(folder, path).split(sep)), onChange)
}

/** The same for files, and for what is Markdown below folders, that belong to no programme. Paths are absolute. */
export async function watchLoose(paths: readonly string[], onChange: () => void): Promise<() => Promise<void>> {
  const isLoose = (path: string, stats?: Stats) => {
    // Seen from whichever shows it: a hidden folder that is named is looked at.
    const isShown = paths.some((one) => {
      const inside = relative(one, path)
      return !isAbsolute(inside) && !inside.split(sep).some((step) => step.startsWith('.') || step === 'node_modules')
    })
    return isShown && (stats?.isFile() !== true || isMarkdown(path))
  }
  return watchPaths(paths, isLoose, onChange)
}

async function watchPaths(
  paths: readonly string[],
  isWatched: (path: string, stats?: Stats) => boolean,
  onChange: () => void,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => !isWatched(path, stats),
    // An editor that replaces a file, rather than writing into it, makes one change of it.
    atomic: STILL,
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, STILL)
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

function isOurs(steps: readonly string[]): boolean {
  const [first = ''] = steps
  if (first === '') return true
  if (steps.some((step) => step.startsWith('.'))) return false
  return FOLDERS.some((name) => name === first) || (steps.length === 1 && /\.(?:md|ya?ml|json)$/.test(first))
}
