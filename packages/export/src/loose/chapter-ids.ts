import { slugOf } from '@cahier/core'

/** An id for each path, for addresses and file names on any system: lower case, no accent, no two alike. `guide/2 - Écrire.md` is `guide-2-ecrire`. */
export function chapterIds(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path, index) => {
    const slug = slugOf(path.replace(/\.(?:md|markdown|mdown|mkd)$/i, ''))
      .slice(0, 60)
      .replace(/-$/, '')
    const stem = slug === '' || RESERVED.test(slug) ? `texte-${slug || index + 1}` : slug
    let id = stem
    for (let copy = 2; taken.has(id); copy++) id = `${stem}-${copy}`
    taken.add(id)
    return id
  })
}

// Names that Windows keeps for itself, and the folder that images are put in.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|images)$/
