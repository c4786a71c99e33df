import type { Element, ElementContent } from 'hast'
import { type Child, h } from 'hastscript'
import { dayInWords, type Edition, labelled, measuresOf, type Work } from '../edition/edition.ts'
import { contactAddress } from '../web-address.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { measureLink, type Page, workId } from './page.ts'

/**
 * The bibliography: each work with its level of evidence, its reservations and where it is cited.
 */
export function worksToHast(page: Page): Element {
  const measures = new Map(measuresOf(page.edition).map(({ number, id }) => [number, id]))
  return h(
    'ul.works',
    page.edition.bibliography.map((work) =>
      h(
        'li',
        { id: workId(work.id) },
        h('p', inlineToHast(work.nodes, page, 'w')),
        ...about(work, page, measures),
      ),
    ),
  )
}

function about(
  { level, levelLabel, citedIn, reservations }: Work,
  page: Page,
  measures: ReadonlyMap<number, string>,
): Child[] {
  const { words, language } = page.edition
  const evidence = [level, levelLabel].filter(Boolean).join(', ')
  const citations = citedIn.flatMap((number, index) => [
    index > 0 ? ', ' : null,
    measureLink(measures.get(number) ?? '', `§${number}`, page),
  ])
  const parts = [
    ...(level === '' ? [] : [[labelled(words.level, language, evidence)]]),
    ...(citedIn.length === 0 ? [] : [[`${labelled(words.citedIn, language)} `, ...citations]]),
  ]
  const line = parts.flatMap((part, index) => (index > 0 ? ['. ', ...part] : part))
  return [
    line.length > 0 ? h('p.about', [...line, '.']) : null,
    reservations === ''
      ? null
      : h('p.about', [h('em', labelled(words.reservationAbout, language)), ' ', reservations]),
  ]
}

/** The colophon (publication details), without empty entries. */
export function colophonToHast(edition: Edition): ElementContent {
  const { words, language } = edition
  const entries: readonly (readonly [string, ElementContent | string])[] = [
    [words.publisher, edition.publisher],
    [words.edition, edition.edition],
    [words.publishedOn, dayInWords(edition.date, language)],
    [words.licence, edition.licence],
    [words.contact, contact(edition.contact)],
  ]
  return h(
    'dl.colophon',
    entries
      .filter(([, value]) => value !== '')
      .map(([label, value]) => h('div', [h('dt', labelled(label, language)), ' ', h('dd', value)])),
  )
}

function contact(address: string): ElementContent | string {
  const href = contactAddress(address)
  return href === '' ? address : h('a', { href }, address.replace(/^mailto:/i, ''))
}
