import { type Child, h } from 'hastscript'
import type { PrintedAnswer, PrintedHanding } from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import { measureLink, type Page, unlessEmpty } from '../markup/page.ts'
import { menuPage, type Site, type SitePage, sitePages } from './site.ts'

/** Editions handed over and their answers, by recipient. */
export function transmissionsPage(site: Site): SitePage {
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

function handing({ edition, date, proposals, answers }: PrintedHanding, page: Page): Child[] {
  const { words, language } = page.edition
  const silent = proposals.filter(({ id }) => !answers.some(({ proposal }) => proposal.id === id))
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
    `${labelled('', language)} ${answerLabel}, ${dayInWords(date, language)}`,
    link === '' ? null : [', ', h('a', { href: link, ariaLabel }, words.readAnswer)],
  ]
}
