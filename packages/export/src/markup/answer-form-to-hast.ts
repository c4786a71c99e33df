import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Measure } from '../edition/measure.ts'
import { heading } from './heading.ts'
import type { Page } from './page.ts'

/** Boxes to tick and lines to write on, for a signatory. */
export function answerFormToHast(measure: Measure, page: Page): Element[] {
  const { words } = page.edition
  const box = (text: string, lines: number) => h('li', [h('p', text), ...ruledLines(lines)])
  return [
    h('section.answer', [
      heading(page.shift + 2, `${words.answer}, §${measure.number}`),
      h('ul.boxes', [box(words.answerYes, 0), box(words.answerIf, 2), box(words.answerNo, 2)]),
    ]),
  ]
}

function ruledLines(count: number): Element[] {
  return Array.from({ length: count }, () => h('hr.line', { ariaHidden: 'true' }))
}

/** Lines for name, place, day and signature. */
export function signatureToHast(page: Page): Element {
  const { words } = page.edition
  const blank = (label: string, lines = 1) => h('div', [h('p', label), ...ruledLines(lines)])
  return h('section.answer.signature', [
    heading(page.shift, words.signature),
    blank(words.signatory, 2),
    blank(words.signedAt),
    blank(words.signedOn),
    blank(words.signature),
  ])
}
