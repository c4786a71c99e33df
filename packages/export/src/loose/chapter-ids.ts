import { slugOf, withoutMarkdown } from '@cahier/core'
import { uniqueNames } from './unique-names.ts'

/**
 * An id for each path, for addresses and file names on any system: lower case, no accent, no two
 * alike. `guide/2 - Écrire.md` is `guide-2-ecrire`.
 */
export function chapterIds(paths: readonly string[]): string[] {
  const unique = uniqueNames()
  return paths.map((path, index) => {
    const slug = slugOf(withoutMarkdown(path)).slice(0, 60).replace(/-$/, '')
    const stem = slug === '' || RESERVED.test(slug) ? `texte-${slug || index + 1}` : slug
    return unique(stem)
  })
}

// Names that Windows keeps for itself, and the folder that images are put in.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|images)$/
