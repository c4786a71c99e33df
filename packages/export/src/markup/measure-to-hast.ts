import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Measure, type PrintedSection, splitSections } from '../edition/measure.ts'
import { answerFormToHast } from './answer-form-to-hast.ts'
import { dissentToHast } from './dissent-to-hast.ts'
import { flowToHast } from './flow-to-hast.ts'
import { heading } from './heading.ts'
import { historyToHast } from './history-to-hast.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { notesToHast } from './notes-to-hast.ts'
import { blockNumber, idOf, type NoteScope, numberBefore, type Page } from './page.ts'

/** A proposal as HTML, without its title. */
export function measureToHast(measure: Measure, onPage: Page): ElementContent[] {
  const page: Page = measure.mark === '' ? onPage : { ...onPage, mark: measure.mark }
  const scope = String(measure.number)
  const [before, after] = splitSections(measure.sections)
  return [
    h('p', { className: ['status'] }, measure.statusLabel),
    h(
      'p',
      { className: ['lede'], ...idOf(measure.summary.number) },
      numberBefore(measure.summary.number, page),
      inlineToHast(measure.summary.nodes, page, scope),
    ),
    ...facts(measure),
    ...before.map((section) => sectionToHast(section, measure, page, scope)),
    ...requests(measure, page, scope),
    ...dissentToHast(measure, page),
    ...(measure.answer ? answerFormToHast(measure, page) : []),
    ...decision(measure, page),
    ...after.map((section) => sectionToHast(section, measure, page, scope)),
    ...historyToHast(measure, page),
    ...notesToHast(measure.notes, page, scope),
  ]
}

function facts(measure: Measure): Element[] {
  if (measure.facts.length === 0) return []
  return [
    h(
      'dl',
      { className: ['facts'] },
      measure.facts.map((fact) => h('div', [h('dt', fact.label), h('dd', fact.value)])),
    ),
  ]
}

function sectionToHast(
  section: PrintedSection,
  measure: Measure,
  page: Page,
  scope: NoteScope,
): Element {
  const title = heading(page.shift + 2, section.title, { id: page.sectionId(measure, section.id) })
  return h('section', section.normative ? { className: ['norm'] } : {}, [
    title,
    ...flowToHast(section.nodes, page, scope),
  ])
}

function requests(measure: Measure, page: Page, scope: NoteScope): Element[] {
  if (measure.requests.length === 0) return []
  const entries = measure.requests.flatMap((request) => [
    h('dt', request.addresseeLabel),
    h('dd', idOf(request.number), [
      blockNumber(request.number, page),
      ' ',
      ...inlineToHast(request.nodes, page, scope),
    ]),
  ])
  return [
    h('section', [
      heading(page.shift + 2, page.edition.words.requests),
      h('dl', { className: ['requests'] }, entries),
    ]),
  ]
}

function decision(measure: Measure, page: Page): Element[] {
  if (measure.decision === null) return []
  const sentences = [measure.decision.sentence, ...measure.decision.rulings]
  return [
    h('section', [
      heading(page.shift + 2, page.edition.words.decision),
      ...sentences.map((sentence) => h('p', sentence)),
    ]),
  ]
}
