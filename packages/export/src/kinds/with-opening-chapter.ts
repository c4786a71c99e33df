import type { Edition } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'

/**
 * The edition opened by a chapter that is no axis and bears no number; its id is `id`, or the like
 * when an axis is called so.
 */
export function withOpeningChapter(
  edition: Edition,
  id: string,
  title: string,
  introduction: readonly FlowNode[],
): Edition {
  const taken = new Set(edition.chapters.map((chapter) => chapter.id))
  let free = id
  while (taken.has(free)) free += '-0'
  const opening = {
    id: free,
    number: 0,
    title,
    question: '',
    introduction,
    notes: [],
    measures: [],
    whole: '',
  }
  return { ...edition, chapters: [opening, ...edition.chapters] }
}
