import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The root of the repository that a folder is in, where forges look; the folder itself where there
 * is none yet.
 */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return folder
  }
}
