import { readFileSync } from 'node:fs'

/**
 * The hash of this build, from beside the bundle; `''` when run from sources, where nothing is
 * cached.
 */
export function buildId(): string {
  try {
    return readFileSync(new URL('./build-id', import.meta.url), 'latin1').trim()
  } catch {
    return ''
  }
}
