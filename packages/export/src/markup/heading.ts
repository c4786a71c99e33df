import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Edition, noticesOf } from '../edition/edition.ts'

/** A heading of the given level; past the sixth it stays a sixth. */
export function heading(
  level: number,
  children: string | ElementContent[],
  properties: { readonly id?: string } = {},
): Element {
  return h(`h${Math.min(Math.max(level, 1), 6)}`, properties, children)
}

/** What stands over a title; nothing where that is `''`. */
export function over(label: string): Element[] {
  return label === '' ? [] : [h('p', { className: ['over'] }, label)]
}

/** What every text of an edition says first. */
export function notices(edition: Edition): Element[] {
  const said = noticesOf(edition)
  return said.length === 0 ? [] : [h('p', { className: ['notice'] }, said.join(' '))]
}
