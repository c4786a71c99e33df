import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter, Edition } from '../edition/edition.ts'

/** What stands over the title of an axis or a chapter: what it is, and its number; nothing over what opens the edition. */
export function chapterLabel({ number }: Chapter, { kind, words }: Edition): Element[] {
  return number === 0 ? [] : [h('p', { className: ['over'] }, `${kind === 'book' ? words.chapter : words.axis} ${number}`)]
}
