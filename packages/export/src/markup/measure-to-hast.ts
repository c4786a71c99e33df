import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import {
  dayInWords,
  type Edition,
  type HistoryEvent,
  labelled,
  type Measure,
  nameAlone,
  type PrintedSection,
  type Statement,
  splitSections,
  statementDetails,
} from '../edition/edition.ts'
import { flowToHast, notesToHast } from './flow-to-hast.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { blockNumber, heading, idOf, numberBefore, type Page } from './page.ts'

/** A proposal as HTML, without its title. */
export function measureToHast(measure: Measure, onPage: Page): ElementContent[] {
  const page: Page = measure.mark === '' ? onPage : { ...onPage, mark: measure.mark }
  const { words } = page.edition
  const scope = String(measure.number)
  const { summary, facts, requests, dissent, decision } = measure
  const [before, after] = splitSections(measure.sections)
  const titled = (selector: string, title: string, content: Element[]): Element[] =>
    content.length === 0 ? [] : [h(selector, [heading(page.shift + 2, title), ...content])]
  const printed = (section: PrintedSection): Element =>
    h(section.normative ? 'section.norm' : 'section', [
      heading(page.shift + 2, section.title, { id: page.sectionId(measure, section.id) }),
      ...flowToHast(section.nodes, page, scope),
    ])
  const asked = requests.flatMap((request) => [
    h('dt', request.addresseeLabel),
    h('dd', idOf(request.number), [
      blockNumber(request.number, page),
      ' ',
      ...inlineToHast(request.nodes, page, scope),
    ]),
  ])
  const sentences = decision === null ? [] : [decision.sentence, ...decision.rulings]
  return [
    h('p.status', measure.statusLabel),
    h(
      'p.lede',
      idOf(summary.number),
      numberBefore(summary.number, page),
      inlineToHast(summary.nodes, page, scope),
    ),
    ...(facts.length === 0
      ? []
      : [
          h(
            'dl.facts',
            facts.map((fact) => h('div', [h('dt', fact.label), h('dd', fact.value)])),
          ),
        ]),
    ...before.map(printed),
    ...titled('section', words.requests, asked.length === 0 ? [] : [h('dl.requests', asked)]),
    ...titled(
      'section.dissent',
      words.dissent,
      dissent.map((statement) => statementToHast(statement, page.edition)),
    ),
    ...(measure.answer ? [answerForm(measure, page)] : []),
    ...titled(
      'section',
      words.decision,
      sentences.map((sentence) => h('p', sentence)),
    ),
    ...after.map(printed),
    ...titled('section.life', words.life, historyOf(measure, page)),
    ...notesToHast(measure.notes, page, scope),
  ]
}

function historyOf({ history }: Measure, { edition: { language }, dialect }: Page): Element[] {
  const items = history.map((event) =>
    h(`li.${markOf(event)}`, labelled(dayInWords(event.date, language), language, event.label)),
  )
  const drawing = dialect === 'html' ? timeline(history) : []
  return items.length === 0 ? [] : [...drawing, h('ol', items)]
}

function markOf({ kind }: HistoryEvent): 'full' | 'ring' | 'square' {
  if (PUBLICATIONS.has(kind)) return 'square'
  return OPINIONS.has(kind) ? 'ring' : 'full'
}

const PUBLICATIONS: ReadonlySet<string> = new Set(['edition', 'handed-over', 'answered'])
const OPINIONS: ReadonlySet<string> = new Set([
  'opened',
  'stance',
  'final-period',
  'ruling',
  'amendment',
])

/**
 * A timeline as SVG: one mark per day and shape, raised where it would hide another mark. Empty if
 * all events are on one day.
 */
export function timeline(history: readonly HistoryEvent[]): Element[] {
  const days = history.map(({ date }) => Date.parse(date)).filter((day) => !Number.isNaN(day))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  if (days.length === 0 || first === last) return []
  const marks = placed(history, (date) => 2 + (96 * (Date.parse(date) - first)) / (last - first))
  const height = rise * (Math.max(...marks.map(({ lane }) => lane)) + 1)
  return [
    s('svg', { ariaHidden: 'true', height: height + size }, [
      s('path', { d: `M0 ${height}.5h9999` }),
      ...marks.map((mark) => drawn(mark, height)),
    ]),
  ]
}

/** The room for a mark, and the distance between two lanes of marks, in pixels. */
const size = 9
const rise = 13
/** Marks closer than this, in percent of the width, would overlap on a phone. */
const near = 4

interface Mark {
  readonly at: number
  readonly lane: number
  readonly mark: ReturnType<typeof markOf>
}

function placed(history: readonly HistoryEvent[], placeOf: (date: string) => number): Mark[] {
  const marks = new Map<string, Mark>()
  for (const event of history) {
    const mark = markOf(event)
    const key = `${event.date} ${mark}`
    if (marks.has(key) || Number.isNaN(Date.parse(event.date))) continue
    const at = Math.round(placeOf(event.date) * 10) / 10
    const close = [...marks.values()].filter((other) => Math.abs(other.at - at) < near)
    let lane = 0
    while (close.some((other) => other.lane === lane)) lane++
    marks.set(key, { at, lane, mark })
  }
  return [...marks.values()]
}

function drawn({ at, lane, mark }: Mark, height: number) {
  const y = height - lane * rise
  if (mark === 'square')
    return s('rect', { x: `${at}%`, y: y - 4, width: 8, height: 8, transform: 'translate(-4)' })
  return s('circle', { cx: `${at}%`, cy: y, r: 4, className: mark === 'full' ? [mark] : null })
}

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

function answerForm({ number }: Measure, { shift, edition: { words } }: Page) {
  const box = (text: string, lines: number) => h('li', [h('p', text), ...ruledLines(lines)])
  return h('section.answer', [
    heading(shift + 2, `${words.answer}, §${number}`),
    h('ul.boxes', [box(words.answerYes, 0), box(words.answerIf, 2), box(words.answerNo, 2)]),
  ])
}

function ruledLines(count: number): Element[] {
  return Array.from({ length: count }, () => h('hr.line', { ariaHidden: 'true' }))
}

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
