import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter, CrossTarget, Edition } from '../edition.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import { notesToHast } from '../markup/notes-to-hast.ts'
import { type Page, workId } from '../markup/page.ts'
import { worksToHast } from '../markup/works-to-hast.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'
import { titleBlock } from './title-block.ts'

/** Everything on one page, to be printed or searched: its links stay inside it. */
export function onePage(site: Site): SitePage {
  const { edition } = site
  const { words } = edition
  const path = sitePages.onePage
  const page: Page = {
    ...pageAt(path, site),
    shift: 2,
    hrefOf: (target) => fragment(target, edition),
    sectionId: (measure, section) => `${measure.id}-${section}`,
  }
  return {
    path,
    title: words.onePage,
    description: '',
    trail: [homeOf(edition)],
    previous: null,
    next: null,
    wide: false,
    main: [
      titleBlock(edition),
      h('section', { className: ['toc'] }, [h('h2', words.contents), h('ul', edition.chapters.map(contentsOf))]),
      ...edition.chapters.map((chapter) => chapterToHast(chapter, page)),
      ...(edition.bibliography.length === 0
        ? []
        : [h('section', { className: ['part'] }, [h('h2', words.bibliography), worksToHast(page)])]),
    ],
  }
}

function contentsOf(chapter: Chapter): Element {
  const items = chapter.measures.map((measure) =>
    h('li', { value: measure.number }, h('a', { href: `#${measureId(measure.id)}` }, measure.title)),
  )
  return h('li', [
    h('p', h('a', { href: `#${chapterId(chapter.id)}` }, `${chapter.number}. ${chapter.title}`)),
    ...(items.length > 0 ? [h('ol', items)] : []),
  ])
}

function chapterToHast(chapter: Chapter, page: Page): Element {
  const scope = `a${chapter.number}`
  const { words } = page.edition
  return h('section', { className: ['part', `part-${chapter.number}`] }, [
    h('p', { className: ['over'] }, `${words.axis} ${chapter.number}`),
    h('h2', { id: chapterId(chapter.id) }, chapter.title),
    ...(chapter.question === '' ? [] : [h('p', { className: ['question'] }, chapter.question)]),
    ...flowToHast(chapter.introduction, page, scope, 2),
    ...notesToHast(chapter.notes, { ...page, shift: 1 }, scope),
    ...chapter.measures.map((measure) =>
      h('article', [
        h('p', { className: ['over'] }, `${words.proposal} ${measure.number}`),
        h('h3', { id: measureId(measure.id) }, measure.title),
        ...measureToHast(measure, page),
      ]),
    ),
  ])
}

function fragment(target: CrossTarget, edition: Edition): string | null {
  const measures = edition.chapters.flatMap((chapter) => chapter.measures)
  if (target.kind === 'work') return edition.bibliography.some((work) => work.id === target.id) ? `#${workId(target.id)}` : null
  if (target.kind === 'chapter') return edition.chapters.some((chapter) => chapter.id === target.id) ? `#${chapterId(target.id)}` : null
  const measure = measures.find((candidate) => candidate.id === target.id)
  if (measure === undefined) return null
  return target.kind === 'section' && measure.sections.some((section) => section.id === target.section)
    ? `#${measure.id}-${target.section}`
    : `#${measureId(measure.id)}`
}

/** An axis and a proposal may have the same name; neither may meet the id of a section. */
function chapterId(id: string): string {
  return `axis--${id}`
}

function measureId(id: string): string {
  return `m--${id}`
}
