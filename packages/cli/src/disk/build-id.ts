import { readFileSync } from 'node:fs'

/**
 * What tells this build of the program from all others, written beside the bundle when it is made;
 * `''` when run from sources, where nothing is kept.
 */
export function buildId(): string {
  try {
    return readFileSync(new URL('./build-id', import.meta.url), 'latin1').trim()
  } catch {
    return ''
  }
}
