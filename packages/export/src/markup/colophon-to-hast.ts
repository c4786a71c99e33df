import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import { contactAddress } from '../web-address.ts'

/** Publisher, edition, day, licence and contact; empty ones are left out. */
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
