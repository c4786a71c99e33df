import type { CrossTarget, Edition } from '../edition/edition.ts'
import { workId } from './page.ts'

/** How one format names its files: what they end with, and where its bibliography is. */
export interface Naming {
  readonly ending: 'html' | 'xhtml'
  readonly bibliography: string
}

/** File of an axis. */
export function chapterPath(chapter: string, naming: Naming): string {
  return `${chapter}/index.${naming.ending}`
}

/** File of a proposal; it stays the same from one edition to the next, and is not that of its axis, whatever the proposal is called: no identifier ends with a hyphen. */
export function measurePath(chapter: string, measure: string, naming: Naming): string {
  return `${chapter}/${measure === 'index' ? 'index-' : measure}.${naming.ending}`
}

/** Where a link inside the programme leads, relative to the root of the format's files; `null` when this edition has no such thing. */
export function targetPath(edition: Edition, target: CrossTarget, naming: Naming): string | null {
  if (target.kind === 'work')
    return edition.bibliography.some((work) => work.id === target.id) ? `${naming.bibliography}#${workId(target.id)}` : null
  for (const chapter of edition.chapters) {
    if (target.kind === 'chapter' && chapter.id === target.id) return chapterPath(chapter.id, naming)
    if (edition.kind === 'book' && target.kind === 'section' && chapter.id === target.id)
      return `${chapterPath(chapter.id, naming)}#${target.section}`
    const measure = target.kind === 'chapter' ? undefined : chapter.measures.find((candidate) => candidate.id === target.id)
    if (measure === undefined) continue
    const path = measurePath(chapter.id, measure.id, naming)
    return target.kind === 'section' && measure.sections.some((section) => section.id === target.section)
      ? `${path}#${target.section}`
      : path
  }
  return null
}

/** Address of `to` seen from the file `from`, both relative to the same root. */
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
