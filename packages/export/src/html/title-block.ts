import type { Element } from 'hast'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import type { Edition } from '../edition.ts'
import { languageOf } from '../language.ts'

/** The title of the edition, with who publishes it and when: what opens the home page and the page to print. */
export function titleBlock(edition: Edition): Element {
  return h('div', { className: ['title'] }, [
    ...(edition.publisher === '' ? [] : [h('p', edition.publisher)]),
    h('h1', edition.title),
    h('p', `${edition.words.edition} ${edition.edition}, ${dayInWords(edition.date, languageOf(edition.language))}`),
  ])
}
