import type { CrossTarget, Edition } from '../edition/edition.ts'
import { workId } from '../markup/page.ts'

/** Where links lead on the page of everything: to a place of the page itself; `null` when this edition has no such thing. */
export function fragmentsOf(edition: Edition): (target: CrossTarget) => string | null {
  const chapters = new Set(edition.chapters.map(({ id }) => id))
  const measures = new Map(edition.chapters.flatMap((chapter) => chapter.measures.map((measure) => [measure.id, measure])))
  const works = new Set(edition.bibliography.map(({ id }) => id))
  return (target) => {
    if (target.kind === 'work') return works.has(target.id) ? `#${workId(target.id)}` : null
    if (target.kind === 'chapter') return chapters.has(target.id) ? `#${chapterFragment(target.id)}` : null
    if (target.kind === 'section' && edition.kind === 'book') return `#${target.section}`
    const measure = measures.get(target.id)
    if (measure === undefined) return null
    return target.kind === 'section' && measure.sections.some((section) => section.id === target.section)
      ? `#${sectionFragment(measure.id, target.section)}`
      : `#${measureFragment(measure.id)}`
  }
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
