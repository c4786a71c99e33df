import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { dayInWords, labelled } from '../edition/labels.ts'
import type { HistoryEvent, Measure } from '../edition/measure.ts'
import { heading } from './heading.ts'
import type { Page } from './page.ts'

/** The history of a proposal: a list by day, under a timeline with the same marks. */
export function historyToHast(measure: Measure, page: Page): Element[] {
  if (measure.history.length === 0) return []
  const { words, language } = page.edition
  const items = measure.history.map((event) =>
    h(`li.${markOf(event)}`, [
      labelled(dayInWords(event.date, language), language),
      ` ${event.label}`,
    ]),
  )
  const drawing = page.dialect === 'html' ? timeline(measure.history) : []
  return [h('section.life', [heading(page.shift + 2, words.life), ...drawing, h('ol', items)])]
}

/** A full circle for a decision, a ring for an opinion, a square for a publication. */
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

const size = 9
const rise = 13
/** In percent of the width. Marks closer than this would overlap on a phone. */
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
    const taken = new Set(
      [...marks.values()].filter((other) => Math.abs(other.at - at) < near).map(({ lane }) => lane),
    )
    let lane = 0
    while (taken.has(lane)) lane++
    marks.set(key, { at, lane, mark })
  }
  return [...marks.values()]
}

function drawn({ at, lane, mark }: Mark, height: number): Element {
  const y = height - lane * rise
  if (mark === 'square')
    return s('rect', { x: `${at}%`, y: y - 4, width: 8, height: 8, transform: 'translate(-4)' })
  return s('circle', {
    cx: `${at}%`,
    cy: y,
    r: 4,
    className: mark === 'full' ? [mark] : null,
  })
}
