import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'

/** What every text of an edition says first: that it is a draft, that it shows examples. */
export function notices({ draft, examples, words }: Edition): Element[] {
  const said = [draft ? words.draftNotice : '', examples ? words.examplesNotice : ''].filter(Boolean)
  return said.length === 0 ? [] : [h('p', { className: ['notice'] }, said.join(' '))]
}
