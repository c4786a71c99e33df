import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Edition, editionAndDay } from '../edition/edition.ts'

/**
 * The title of the edition, with what of it this is, who publishes it and when: what opens the home
 * page and the page to print.
 */
export function titleBlock(edition: Edition): Element {
  const when = editionAndDay(edition)
  return h('div', { className: ['title'] }, [
    ...(edition.publisher === '' ? [] : [h('p', edition.publisher)]),
    h('h1', edition.title),
    ...(edition.subtitle === '' ? [] : [h('p', { className: ['subtitle'] }, edition.subtitle)]),
    ...(when === '' ? [] : [h('p', when)]),
  ])
}
