import type { Element } from 'hast'
import { h } from 'hastscript'
import { ruledLines } from './answer-to-hast.ts'
import { heading } from './heading.ts'
import type { Page } from './page.ts'

/** Where a form is signed: name, place, day, and room for a hand. */
export function signatureToHast(page: Page): Element {
  const { words } = page.edition
  const blank = (label: string, lines = 1) => h('div', [h('p', label), ...ruledLines(lines)])
  return h('section', { className: ['answer', 'signature'] }, [
    heading(page.shift, words.signature),
    blank(words.signatory, 2),
    blank(words.signedAt),
    blank(words.signedOn),
    blank(words.signature),
  ])
}
