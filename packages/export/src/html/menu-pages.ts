import { type Child, h } from 'hastscript'
import {
  dayInWords,
  labelled,
  measuresOf,
  measureTitle,
  type Overview,
  type PrintedAnswer,
  type PrintedHanding,
  unanswered,
} from '../edition/edition.ts'
import { worksToHast } from '../markup/back-matter-to-hast.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { statementToHast } from '../markup/measure-to-hast.ts'
import { consensusToHast, legendToHast, progressToHast } from '../markup/overview-to-hast.ts'
import { measureLink, type Page, unlessEmpty } from '../markup/page.ts'
import { listEntry, menuPage, ownPage, type Site, type SitePage, sitePages } from './site.ts'

/** The page of statuses, blocking objections and stances of members. */
export function consensusPage(site: Site): readonly [SitePage] {
  const { edition } = site
  const { words } = edition
  const overview = edition.overview ?? edition
  return menuPage(sitePages.consensus, words.consensus, ['consensus'], site, (page) => [
    h('p.lede', words.consensusIntro),
    edition.overview === null ? null : h('p', words.overview),
    h('h2', words.progress),
    progressToHast(edition, overview),
    ...blockedToHast(page, overview),
    ...lapsedToHast(page, overview),
    ...(overview.collectives.length === 0
      ? []
      : [
          h('h2', words.collectives),
          legendToHast(edition, overview),
          consensusToHast(page, overview),
        ]),
  ])
}

export function sourcesPage(site: Site): readonly [SitePage] {
  const { sources } = site.edition.words
  return menuPage(sitePages.sources, sources, ['sources'], site, (page) => [worksToHast(page)])
}

function blockedToHast(page: Page, overview: Overview): Child[] {
  const entries = measuresOf(overview)
    .filter(({ status }) => status === 'blocked')
    .flatMap((measure) => [
      h('h3', measureLink(measure.id, measureTitle(measure), page)),
      ...measure.dissent
        .filter(({ stance }) => stance === 'objection')
        .map((statement) => statementToHast(statement, page.edition)),
    ])
  return entries.length === 0 ? [] : [h('h2', page.edition.words.blocked), entries]
}

function lapsedToHast(page: Page, overview: Overview): Child[] {
  const entries = measuresOf(overview).flatMap((measure) => {
    const own = overview.fallen.filter((one) => one.measure === measure.id)
    return own.length === 0
      ? []
      : [
          h('dt', measureLink(measure.id, measureTitle(measure), page)),
          ...own.map(({ label }) => h('dd', label)),
        ]
  })
  return entries.length === 0 ? [] : [h('h2', page.edition.words.fallen), h('dl', entries)]
}

/** Changes since the previous edition: the changelog, then proposal by proposal. */
export function changesPage(site: Site): readonly [SitePage] {
  const { edition } = site
  const path = ownPage('changements', edition)
  return menuPage(path, edition.words.changes, ['mesure'], site, changesToHast)
}

export function changesToHast(page: Page): Child[] {
  const { words, language, changes } = page.edition
  if (changes === null) return []
  const day = changes.date === '' ? '' : ` (${dayInWords(changes.date, language)})`
  const entries = changes.measures.map(({ id, kind, number, title, sentence }) =>
    listEntry(kind === 'left' ? title : measureLink(id, title, page), sentence, number),
  )
  return [
    h('p.question', `${words.sinceEdition} ${changes.edition}${day}`),
    flowToHast(changes.words, page, 'c', page.shift + 1),
    unlessEmpty('ol.measures', entries),
  ]
}

/** For each recipient, the editions handed over to it and its answers. */
export function transmissionsPage(site: Site): readonly [SitePage] {
  const { words, transmissions } = site.edition
  return menuPage(sitePages.transmissions, words.transmissions, [], site, (page) => [
    h('p.lede', words.transmissionsIntro),
    ...transmissions.flatMap(({ name, addresseeLabel, handed }) => [
      h('h2', name),
      h('p.status', addresseeLabel),
      ...handed.flatMap((one) => handing(one, page)),
    ]),
  ])
}

function handing(handed: PrintedHanding, page: Page): Child[] {
  const { words, language } = page.edition
  const { edition, date, answers } = handed
  const silent = unanswered(handed)
  return [
    h('h3', `${words.edition} ${edition}, ${dayInWords(date, language)}`),
    unlessEmpty(
      'ul',
      answers.map((one) => h('li', ...answer(one, page))),
    ),
    silent.length === 0 ? null : h('p', labelled(words.noAnswer, language)),
    unlessEmpty(
      'ul',
      silent.map(({ id, title }) => h('li', measureLink(id, title, page))),
    ),
  ]
}

function answer({ proposal, answerLabel, date, link }: PrintedAnswer, page: Page): Child[] {
  const { words, language } = page.edition
  const ariaLabel = `${words.readAnswer} (${proposal.title})`
  return [
    measureLink(proposal.id, proposal.title, page),
    labelled('', language, `${answerLabel}, ${dayInWords(date, language)}`),
    link === '' ? null : [', ', h('a', { href: link, ariaLabel }, words.readAnswer)],
  ]
}
