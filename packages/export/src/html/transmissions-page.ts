import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import { labelled } from '../edition/labels.ts'
import type { PrintedAnswer, PrintedHanding, PrintedTransmission } from '../edition/transmission.ts'
import { measureLink, type Page } from '../markup/page.ts'
import { pageAt, type Site, type SitePage } from './site.ts'
import { sitePages } from './site-pages.ts'

/** Editions handed over and their answers, by recipient. */
export function transmissionsPage(site: Site): SitePage {
  const { words, transmissions } = site.edition
  const path = sitePages.transmissions
  const page = pageAt(path, site)
  return {
    path,
    title: words.transmissions,
    sheets: [],
    main: [
      h('h1', words.transmissions),
      h('p', { className: ['lede'] }, words.transmissionsIntro),
      ...transmissions.flatMap((one) => recipient(one, page)),
    ],
  }
}

function recipient(
  { name, addresseeLabel, handed }: PrintedTransmission,
  page: Page,
): ElementContent[] {
  return [
    h('h2', name),
    h('p', { className: ['status'] }, addresseeLabel),
    ...handed.flatMap((one) => handing(one, page)),
  ]
}

function handing(
  { edition, date, proposals, answers }: PrintedHanding,
  page: Page,
): ElementContent[] {
  const { words, language } = page.edition
  const silent = proposals.filter(({ id }) => !answers.some(({ proposal }) => proposal.id === id))
  return [
    h('h3', `${words.edition} ${edition}, ${dayInWords(date, language)}`),
    ...(answers.length === 0
      ? []
      : [
          h(
            'ul',
            answers.map((one) => h('li', answer(one, page))),
          ),
        ]),
    ...(silent.length === 0
      ? []
      : [
          h('p', labelled(words.noAnswer, language)),
          h(
            'ul',
            silent.map((one) => h('li', measureLink(one.id, one.title, page))),
          ),
        ]),
  ]
}

function answer(
  { proposal, answerLabel, date, link }: PrintedAnswer,
  page: Page,
): (Element | string)[] {
  const { words, language } = page.edition
  const day = dayInWords(date, language)
  const label = `${labelled('', language)} ${answerLabel}, ${day}`
  return [
    measureLink(proposal.id, proposal.title, page),
    link === '' ? label : `${label}, `,
    ...(link === ''
      ? []
      : [
          h(
            'a',
            { href: link, ariaLabel: `${words.readAnswer} (${proposal.title})` },
            words.readAnswer,
          ),
        ]),
  ]
}
