import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Edition, noticesOf } from '../edition/edition.ts'

/** A heading, of the sixth level at most. */
export function heading(
  level: number,
  children: string | ElementContent[],
  properties: { readonly id?: string } = {},
): Element {
  return h(`h${Math.min(Math.max(level, 1), 6)}`, properties, children)
}

/** A label above a title; nothing for `''`. */
export function over(label: string): Element[] {
  return label === '' ? [] : [h('p', { className: ['over'] }, label)]
}

/** The notices at the top of every text. */
export function notices(edition: Edition): Element[] {
  const sentences = noticesOf(edition)
  return sentences.length === 0 ? [] : [h('p', { className: ['notice'] }, sentences.join(' '))]
}
