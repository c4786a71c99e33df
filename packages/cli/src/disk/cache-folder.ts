import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'

/**
 * The folder where the person who works keeps what can be found again: `CAHIER_CACHE`, or the
 * system's. `''` when there is none, and when it lies in a repository, in a programme or below the
 * folder one works in: what a contribution brings must not be taken for something that was found.
 */
export function cacheFolder(): string {
  const folder = process.env.CAHIER_CACHE ? resolve(process.env.CAHIER_CACHE) : systemCache()
  return folder === '' || isBrought(folder) || isBrought(realPathOf(folder)) ? '' : folder
}

function isBrought(folder: string): boolean {
  if (`${folder}${sep}`.startsWith(`${process.cwd()}${sep}`)) return true
  const above = dirname(folder)
  return (
    above !== folder &&
    (['.git', 'programme.yaml'].some((name) => existsSync(join(above, name))) || isBrought(above))
  )
}

// Where a folder really lies, even one that is yet to be made.
function realPathOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : join(realPathOf(above), folder.slice(above.length))
  }
}

function systemCache(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  if (process.platform === 'win32' && LOCALAPPDATA !== '')
    return join(LOCALAPPDATA, 'cahier', 'cache')
  // One that is told from where somebody works is no folder of theirs: it is to be taken for none.
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'cahier')
  const home = homeFolder()
  if (!isAbsolute(home)) return ''
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'cahier')
    : join(home, '.cache', 'cahier')
}

function homeFolder(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}
