import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Edition, noticesOf } from '../edition/edition.ts'

/** What every text of an edition says first. */
export function notices(edition: Edition): Element[] {
  const said = noticesOf(edition)
  return said.length === 0 ? [] : [h('p', { className: ['notice'] }, said.join(' '))]
}
