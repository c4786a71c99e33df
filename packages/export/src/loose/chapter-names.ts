import { capitalised, slugOf, withoutMarkdownExtension } from '@cahier/core'
import { opensFolder } from './path-index.ts'

/**
 * A unique id for each path, valid in addresses and file names: `guide-2-ecrire` for `guide/2 -
 * Écrire.md`.
 */
export function chapterIds(paths: readonly string[]): string[] {
  const unique = uniqueNames()
  return paths.map((path, index) => {
    const slug = cutSlug(withoutMarkdownExtension(path))
    return unique(slug === '' || RESERVED.test(slug) ? `texte-${slug || index + 1}` : slug)
  })
}

// File names that Windows refuses, and the folder of the images.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|images)$/

/** A slug of at most 60 characters; empty for a text without letters or digits. */
export function cutSlug(text: string): string {
  return slugOf(text).slice(0, 60).replace(/-$/, '')
}

/** Returns a function that makes names unique: `stem`, then `stem-2`, `stem-3`… */
export function uniqueNames(): (stem: string) => string {
  const used = new Set<string>()
  const copies = new Map<string, number>()
  return (stem) => {
    let copy = copies.get(stem) ?? 1
    let name = copy === 1 ? stem : `${stem}-${copy}`
    while (used.has(name)) name = `${stem}-${++copy}`
    copies.set(stem, copy)
    used.add(name)
    return name
  }
}

/** A title from the name of a file: `02-les_débuts.md` gives « Les débuts ». */
export function titleOfPath(path: string): string {
  const name = path.split('/').at(opensFolder(path) ? -2 : -1)
  const words = withoutMarkdownExtension(name ?? path)
    .replace(/[-_\s]+/gu, ' ')
    .trim()
  return capitalised(words.replace(/^\d+[.)]?\s+(?=\S)/u, ''))
}
