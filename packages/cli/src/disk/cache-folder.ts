import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'

/**
 * The user's cache folder: `CAHIER_CACHE`, else the cache folder of the system; `''` if none. A
 * folder inside a project is refused (`''`): a contribution could bring forged entries.
 */
export function cacheFolder(): string {
  const folder = process.env.CAHIER_CACHE ? resolve(process.env.CAHIER_CACHE) : systemCache()
  return folder === '' || isInProject(folder) || isInProject(realPathOf(folder)) ? '' : folder
}

function isInProject(folder: string): boolean {
  if (`${folder}${sep}`.startsWith(`${process.cwd()}${sep}`)) return true
  const above = dirname(folder)
  return (
    above !== folder &&
    (['.git', 'programme.yaml'].some((name) => existsSync(join(above, name))) || isInProject(above))
  )
}

// `realpathSync` alone fails for a missing folder.
function realPathOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : join(realPathOf(above), folder.slice(above.length))
  }
}

function systemCache() {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  if (process.platform === 'win32' && LOCALAPPDATA !== '')
    return join(LOCALAPPDATA, 'cahier', 'cache')
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'cahier')
  const home = homeFolder()
  if (!isAbsolute(home)) return ''
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'cahier')
    : join(home, '.cache', 'cahier')
}

function homeFolder() {
  try {
    return homedir()
  } catch {
    return ''
  }
}

/** The hash of this build, from `build-id` beside the code; `''` when run from the sources. */
export function buildId(): string {
  try {
    return readFileSync(new URL('./build-id', import.meta.url), 'latin1').trim()
  } catch {
    return ''
  }
}
