import type { Element } from 'hast'
import { h } from 'hastscript'

/** What stands over a title; nothing where that is `''`. */
export function over(label: string): Element[] {
  return label === '' ? [] : [h('p', { className: ['over'] }, label)]
}
