import type { Element, ElementContent } from 'hast'
import { type Child, h } from 'hastscript'
import { type Edition, noticesOf } from '../edition/edition.ts'

/** An HTML heading, of the sixth level at most. */
export function heading(
  level: number,
  children: Child,
  properties: { readonly id?: string } = {},
): Element {
  return h(`h${Math.min(Math.max(level, 1), 6)}`, properties, children)
}

/** An element such as `p.over` around `content`; `null` when `content` is empty. */
export function unlessEmpty(selector: string, content: string | ElementContent[]): Element | null {
  return content.length === 0 ? null : h(selector, content)
}

/** The notices at the top of a text, such as “Working draft”; `null` without notices. */
export function notices(edition: Edition): Element | null {
  return unlessEmpty('p.notice', noticesOf(edition).join(' '))
}
