import type { Element } from 'hast'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import { labelled } from '../edition/labels.ts'
import type { Measure } from '../edition/measure.ts'
import { heading } from './heading.ts'
import type { Page } from './page.ts'
import { markOf, timeline } from './timeline.ts'

/**
 * What happened to a proposal: a list, day by day, under a line of time that bears the same marks.
 */
export function lifeToHast(measure: Measure, page: Page): Element[] {
  if (measure.life.length === 0) return []
  const { words, language } = page.edition
  const items = measure.life.map((event) =>
    h('li', { className: [markOf(event)] }, [
      labelled(dayInWords(event.date, language), language),
      ` ${event.label}`,
    ]),
  )
  const drawing = page.dialect === 'html' ? timeline(measure.life) : []
  return [
    h('section', { className: ['life'] }, [
      heading(page.shift + 2, words.life),
      ...drawing,
      h('ol', items),
    ]),
  ]
}
