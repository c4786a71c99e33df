import { capitalised, withoutMarkdown } from '@cahier/core'
import { opensFolder } from './shelf.ts'

/**
 * A title for a file that gives none: its name without rank, hyphens or ending, `02-les_débuts.md`
 * being « Les débuts ».
 */
export function titleOfPath(path: string): string {
  const parts = path.split('/')
  const own = parts.at(opensFolder(path) ? -2 : -1)
  const stem = withoutMarkdown(own ?? path)
  const words = stem.replace(/[-_\s]+/gu, ' ').trim()
  const unranked = words.replace(/^\d+[.)]?\s+(?=\S)/u, '')
  return capitalised(unranked)
}
