import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  type Chapter,
  type Edition,
  editionAndDay,
  labelled,
  type Measure,
  measureTitle,
  nodesAsText,
} from '../edition/edition.ts'
import { chapterTopToHast } from '../markup/chapter-top-to-hast.ts'
import { notesToHast } from '../markup/flow-to-hast.ts'
import { measureToHast } from '../markup/measure-to-hast.ts'
import {
  fileLink,
  measureLink,
  ownLanguage,
  type Page,
  relativeHref,
  unlessEmpty,
} from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { amendmentsPath } from './amendments-page.ts'
import {
  chapterPath,
  homeOf,
  listEntry,
  measurePath,
  pageAt,
  previousAndNext,
  type Site,
  type SitePage,
  sitePages,
} from './site.ts'

/** The page of an axis (question, introduction, proposals), or of a chapter of a book. */
export function chapterPage(chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const path = chapterPath(chapter.id)
  const page = pageAt(path, site)
  const scope = `a${chapter.number}`
  const places = edition.chapters.map(({ id, title }) => ({ path: chapterPath(id), title }))
  const hasMeasures = chapter.measures.length > 0
  return {
    path,
    title: chapter.title,
    trail: [homeOf(edition)],
    ...previousAndNext(path, places),
    sheets: hasMeasures ? ['mesure'] : [],
    main: [
      ...chapterTopToHast(chapter, page, scope, 1),
      hasMeasures ? h('h2', edition.words.proposals) : null,
      measureList(chapter.measures, page),
      notesToHast(chapter.notes, page, scope),
    ],
  }
}

/** Numbered proposals: title, status in words, summary. Null without proposals. */
export function measureList(measures: readonly Measure[], page: Page): Element | null {
  const entries = measures.map(({ id, number, title, statusLabel, summary }) =>
    listEntry(
      [measureLink(id, withoutFullStop(title), page), ', ', h('em', statusLabel)],
      nodesAsText(summary.nodes),
      number,
    ),
  )
  return unlessEmpty('ol.measures', entries)
}

/** The home page: title, then contents by axis or chapter. */
export function homePage(site: Site): SitePage {
  const { edition, documents } = site
  const links = documents.map(({ path, title }) => h('li', h('a', { href: path }, title)))
  return {
    path: sitePages.home,
    title: edition.title,
    sheets: ['titre', 'mesure'],
    main: [
      titleBlock(edition),
      links.length === 0
        ? null
        : h('nav.documents', { ariaLabel: edition.words.documents }, h('ul', links)),
      edition.kind === 'book'
        ? contents(edition)
        : edition.chapters.map((chapter) => axis(chapter, site)),
    ],
  }
}

function axis(chapter: Chapter, site: Site) {
  const number = chapter.number === 0 ? '' : `${chapter.number}. `
  return h('section', [
    h('h2', [number, chapterLink(chapter)]),
    unlessEmpty('p.question', chapter.question),
    measureList(chapter.measures, pageAt(sitePages.home, site)),
  ])
}

function contents({ chapters, words }: Edition): Element {
  const items = chapters.map((chapter) => h('li', { value: chapter.number }, chapterLink(chapter)))
  return h('section', [h('h2', words.contents), h('ol', items)])
}

function chapterLink({ id, lang, title }: Chapter) {
  const href = relativeHref(sitePages.home, chapterPath(id))
  return h('a', { href, ...ownLanguage(lang, 'html') }, title)
}

export function titleBlock(edition: Edition): Element {
  return h('div.title', [
    unlessEmpty('p', edition.publisher),
    h('h1', edition.title),
    unlessEmpty('p.subtitle', edition.subtitle),
    unlessEmpty('p', editionAndDay(edition)),
  ])
}

export function measurePage(measure: Measure, chapter: Chapter, site: Site): SitePage {
  const { edition } = site
  const { words, language } = edition
  const path = measurePath(chapter.id, measure.id)
  const pending = measure.amendments.length
  return {
    path,
    title: measureTitle(measure),
    trail: [homeOf(edition), { path: chapterPath(chapter.id), title: chapter.title }],
    ...previousAndNext(path, site.order),
    sheets: ['mesure'],
    main: [
      h('p.over', `${words.proposal} ${measure.number}`),
      h('h1', measure.title),
      pending === 0
        ? null
        : h('p.status', [
            fileLink(path, amendmentsPath(measure, edition), words.pendingAmendments),
            labelled('', language, pending),
          ]),
      ...measureToHast(measure, pageAt(path, site)),
      h('p.digest', [labelled(words.digest, language), ' ', h('code', measure.normative)]),
    ],
  }
}
