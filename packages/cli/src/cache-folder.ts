import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where the person who works keeps what can be found again, never in a programme's folder; `''` for one who has no home. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  if (process.platform === 'win32' && LOCALAPPDATA !== '') return join(LOCALAPPDATA, 'cahier', 'cache')
  // One that is told from where somebody works is no folder of theirs: it is to be taken for none.
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'cahier')
  const home = homeFolder()
  if (!isAbsolute(home)) return ''
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches', 'cahier') : join(home, '.cache', 'cahier')
}

function homeFolder(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}
