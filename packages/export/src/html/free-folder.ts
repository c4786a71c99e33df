import type { Edition } from '../edition/edition.ts'

/** A folder of the site that no axis bears the name of. */
export function freeFolder(name: string, edition: Edition): string {
  return edition.chapters.some(({ id }) => id === name) ? freeFolder(`${name}-`, edition) : name
}
