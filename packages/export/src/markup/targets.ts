import type { Chapter, CrossTarget, Edition, Measure } from '../edition/edition.ts'

/** Gives the addresses of link targets in one format. */
export interface TargetAddresses {
  readonly chapter: (chapter: Chapter) => string
  readonly heading: (chapter: Chapter, heading: string) => string
  readonly measure: (measure: Measure, chapter: Chapter) => string
  readonly section: (measure: Measure, section: string, chapter: Chapter) => string
  readonly work: (id: string) => string
}

/**
 * Returns a function that gives the address of a link target; `null` if it is not printed. A link
 * to an unprinted section leads to its proposal.
 */
export function targetsOf(
  { kind, chapters, bibliography }: Edition,
  at: TargetAddresses,
): (target: CrossTarget) => string | null {
  const chapterOf = new Map(chapters.map((chapter) => [chapter.id, chapter]))
  const measureOf = new Map(
    chapters.flatMap((chapter) =>
      chapter.measures.map((measure) => [measure.id, { measure, chapter }]),
    ),
  )
  const works = new Set(bibliography.map(({ id }) => id))
  return (target) => {
    if (target.kind === 'work') return works.has(target.id) ? at.work(target.id) : null
    if (target.kind === 'chapter' || kind === 'book') {
      const chapter = chapterOf.get(target.id)
      if (chapter === undefined) return null
      return target.kind === 'section' ? at.heading(chapter, target.section) : at.chapter(chapter)
    }
    const found = measureOf.get(target.id)
    if (found === undefined) return null
    const { measure, chapter } = found
    const isPrinted =
      target.kind === 'section' && measure.sections.some(({ id }) => id === target.section)
    return isPrinted ? at.section(measure, target.section, chapter) : at.measure(measure, chapter)
  }
}

/** The address of `to` relative to the file `from`. */
export function relativeHref(from: string, to: string): string {
  const base = from.split('/').slice(0, -1)
  const [path = '', fragment] = to.split('#')
  const target = path.split('/')
  while (base.length > 0 && target.length > 1 && base[0] === target[0]) {
    base.shift()
    target.shift()
  }
  const href = [...base.map(() => '..'), ...target].map(encodeURIComponent).join('/')
  return fragment === undefined ? href : `${href}#${fragment}`
}
