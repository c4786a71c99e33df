import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the person who works keeps what can be found again: never in a programme's folder. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  if (process.platform === 'win32' && LOCALAPPDATA !== '') return join(LOCALAPPDATA, 'cahier', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'cahier')
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'cahier')
}
