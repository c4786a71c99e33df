import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { contactAddress } from '../web-address.ts'

/**
 * Who publishes this edition, when, under what licence, and whom to write to; what is not said is
 * left out.
 */
export function colophonToHast(edition: Edition): ElementContent {
  const { words, language } = edition
  const entries: readonly (readonly [string, ElementContent | string])[] = [
    [words.publisher, edition.publisher],
    [words.edition, edition.edition],
    [words.publishedOn, dayInWords(edition.date, language)],
    [words.licence, edition.licence],
    [words.contact, contact(edition.contact)],
  ]
  const said = entries.filter(([, value]) => value !== '')
  return h(
    'dl',
    { className: ['colophon'] },
    said.map(([label, value]) =>
      h('div', [h('dt', labelled(label, language)), ' ', h('dd', value)]),
    ),
  )
}

function contact(address: string): ElementContent | string {
  const href = contactAddress(address)
  return href === '' ? address : h('a', { href }, address.replace(/^mailto:/i, ''))
}
