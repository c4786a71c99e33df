import type { Chapter, Edition } from './edition.ts'

/**
 * What stands over the title of an axis or a chapter: what it is, and its number; `''` for what
 * opens the edition.
 */
export function chapterLabel({ number }: Pick<Chapter, 'number'>, { words }: Edition): string {
  return number === 0 ? '' : `${words.axis} ${number}`
}
