import type { Chapter } from './edition.ts'

/**
 * Number and title of an axis or a chapter; the title alone for what opens the edition without
 * being one.
 */
export function chapterTitle(chapter: Pick<Chapter, 'number' | 'title'>): string {
  return chapter.number === 0 ? chapter.title : `${chapter.number}. ${chapter.title}`
}
