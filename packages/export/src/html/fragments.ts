import { workId } from '../markup/page.ts'
import type { Naming } from '../markup/targets.ts'

/** Where links lead on the page of everything: to a place of the page itself. */
export const FRAGMENTS: Naming = {
  chapter: ({ id }) => `#${chapterFragment(id)}`,
  heading: (_, heading) => `#${heading}`,
  measure: ({ id }) => `#${measureFragment(id)}`,
  section: ({ id }, section) => `#${sectionFragment(id, section)}`,
  work: (id) => `#${workId(id)}`,
}

/** Id of an axis. It may have the name of a proposal; neither may meet the id of a section. */
export function chapterFragment(id: string): string {
  return `axis--${id}`
}

/** Id of a proposal. */
export function measureFragment(id: string): string {
  return `m--${id}`
}

/** Id of a section of a proposal. */
export function sectionFragment(measure: string, section: string): string {
  return `${measure}-${section}`
}
