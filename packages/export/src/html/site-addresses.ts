import type { CrossTarget, Edition } from '../edition.ts'
import { workId } from '../markup/page.ts'

/** Pages of the site apart from those of axes and proposals, relative to its root. */
export const sitePages = {
  home: 'index.html',
  onePage: 'tout.html',
  addressees: 'destinataires.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  sources: 'sources.html',
  feed: 'atom.xml',
  style: 'style.css',
} as const

/** Page of an axis. */
export function chapterPath(chapter: string): string {
  return `${chapter}/index.html`
}

/** Page of a proposal; it stays the same from one edition to the next. */
export function measurePath(chapter: string, measure: string): string {
  return `${chapter}/${measure}.html`
}

/** Address of `to` seen from the page `from`, both relative to the root of the site. */
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

/** Where a link inside the programme leads, relative to the root of the site; `null` when this edition has no such thing. */
export function targetPath(edition: Edition, target: CrossTarget): string | null {
  if (target.kind === 'work') return edition.bibliography.some((work) => work.id === target.id) ? `${sitePages.sources}#${workId(target.id)}` : null
  for (const chapter of edition.chapters) {
    if (target.kind === 'chapter' && chapter.id === target.id) return chapterPath(chapter.id)
    const measure = target.kind === 'chapter' ? undefined : chapter.measures.find((candidate) => candidate.id === target.id)
    if (measure === undefined) continue
    const path = measurePath(chapter.id, measure.id)
    return target.kind === 'section' && measure.sections.some((section) => section.id === target.section) ? `${path}#${target.section}` : path
  }
  return null
}
