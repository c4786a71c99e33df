import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, type Statement, statementDetails } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { heading } from './heading.ts'
import type { Page } from './page.ts'

/** The reservations and valid objections to a measure, word for word; empty without any. */
export function dissentToHast(measure: Measure, page: Page): Element[] {
  if (measure.dissent.length === 0) return []
  const statements = measure.dissent.map((statement) => statementToHast(statement, page.edition))
  return [
    h('section.dissent', [heading(page.shift + 2, page.edition.words.dissent), ...statements]),
  ]
}

/** One statement: its author, its argument, and what would lift it. */
export function statementToHast(statement: Statement, edition: Edition): Element {
  const { words, language } = edition
  const { collectiveName, example, argument, liftsIf } = statement
  const paragraphs = argument.split(/\n\s*\n/).filter((text) => text.trim() !== '')
  return h('div', [
    h('p.who', [
      h('strong', nameAlone(collectiveName, example, words)),
      `, ${statementDetails(statement, edition)}`,
    ]),
    h(
      'blockquote',
      paragraphs.map((text) => h('p', text.trim())),
    ),
    liftsIf === '' ? null : h('p', [h('em', labelled(words.liftsIf, language)), ' ', liftsIf]),
  ])
}
