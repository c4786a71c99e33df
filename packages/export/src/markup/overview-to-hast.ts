import { STANCE_KINDS, type StanceKind, type Status } from '@cahier/core'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import {
  chapterTitle,
  type Edition,
  joinWithSemicolons,
  labelled,
  type Member,
  measuresOf,
  measureTitle,
  nameAlone,
  type Overview,
  type SurveyedMeasure,
} from '../edition/edition.ts'
import { scrollable } from './flow-to-hast.ts'
import { measureLink, type Page } from './page.ts'

/** Every font has these signs, and they stay distinct in a photocopy. */
const signs: Readonly<Record<StanceKind, string>> = {
  consent: '+',
  reservation: '±',
  objection: '×',
  abstention: '○',
}
const silent = '·'

/** A table of stances (the members' answers to proposals), each as a sign and its word. */
export function consensusToHast(page: Page, { chapters, collectives }: Overview): Element {
  const { words } = page.edition
  const names = collectives.map(({ name, example }) =>
    h('th', { scope: 'col', className: ['c'] }, nameAlone(name, example, words)),
  )
  const head = h('tr', [
    h('th', { scope: 'col' }, words.proposal),
    h('th', { scope: 'col' }, words.status),
    ...names,
  ])
  const bodies = chapters
    .filter(({ measures }) => measures.length > 0)
    .map((chapter) =>
      h('tbody', [
        h('tr', h('th', { scope: 'rowgroup', colSpan: names.length + 2 }, chapterTitle(chapter))),
        ...chapter.measures.map((measure) => row(measure, page, collectives)),
      ]),
    )
  return scrollable(h('table.stances', [h('thead', head), ...bodies]), words.consensus, page)
}

export function legendToHast({ words, language }: Edition, { collectives }: Overview): Element {
  const labels = new Map(
    collectives.flatMap(({ stances }) =>
      Object.values(stances).map(({ stance, label }) => [stance, label]),
    ),
  )
  const entries = STANCE_KINDS.flatMap((kind) =>
    labels.has(kind) ? [`${signs[kind]}\u00A0${labels.get(kind)}`] : [],
  )
  return h('p.legend', [
    h('em', labelled(words.legend, language)),
    ' ',
    [...entries, `${silent}\u00A0${words.silent}`].join('\u2003'),
  ])
}

function row(measure: SurveyedMeasure, page: Page, members: readonly Member[]): Element {
  const hasBar = page.dialect === 'html' && members.length > 0
  return h('tr', [
    h('th', { scope: 'row' }, measureLink(measure.id, measureTitle(measure), page)),
    h('td', [
      measure.statusLabel,
      ...(hasBar ? [' ', stanceBar(measure, members, page.edition)] : []),
    ]),
    ...members.map((member) => h('td.c', cell(member, measure, page.edition))),
  ])
}

function cell(
  { stances, unasked }: Member,
  { id }: SurveyedMeasure,
  { words }: Edition,
): Element[] {
  const given = stances[id]
  if (given === undefined && unasked.includes(id)) return [h('small', words.unasked)]
  const label = given === undefined ? words.silent : given.label
  return [
    h('span', { ariaHidden: 'true' }, given === undefined ? silent : signs[given.stance]),
    h('small', given?.stale ? `${label}, ${words.stale}` : label),
  ]
}

function stanceBar(
  { id }: SurveyedMeasure,
  members: readonly Member[],
  { words, language }: Edition,
): Element {
  const stances = members
    .filter((member) => member.stances[id] !== undefined || !member.unasked.includes(id))
    .map((member) => member.stances[id])
  const groups = barOrder
    .map((kind) => ({ kind, own: stances.filter((one) => (one?.stance ?? 'silent') === kind) }))
    .filter(({ own }) => own.length > 0)
  const counts = groups.map(({ own }) =>
    labelled(own[0]?.label ?? words.silent, language, own.length),
  )
  const shapes = groups
    .flatMap(({ kind, own }) => own.map(() => kind))
    .map((kind, index) => shape[kind](index * step))
  const width = Math.max(step * stances.length, 1)
  const ink = shapes.map(([, filled]) => filled).join('')
  return s(
    'svg.bar',
    {
      viewBox: `0 0 ${width} ${step}`,
      width,
      role: 'img',
      ariaLabel: joinWithSemicolons(counts, language),
    },
    s('path', { d: shapes.map(([outline]) => outline).join('') }),
    ink === '' ? null : s('path.full', { d: ink }),
  )
}

type Kind = StanceKind | 'silent'

const step = 10
const barOrder: readonly Kind[] = [...STANCE_KINDS, 'silent']

/** SVG paths: the outline and the filled part of the square at `x`. */
const shape: Readonly<Record<Kind, (x: number) => readonly [outline: string, ink: string]>> = {
  consent: (x) => [square(x), square(x)],
  reservation: (x) => [square(x), `M${x + 1} 1v8h8z`],
  objection: (x) => [`${square(x)}M${x + 1} 1l8 8m0-8l-8 8`, ''],
  abstention: (x) => [square(x), ''],
  silent: (x) => [`M${x + 3} 5h4`, ''],
}

function square(x: number) {
  return `M${x + 1} 1h8v8h-8z`
}

const statusOrder: readonly Status[] = [
  'adopted',
  'adopted-with-reservations',
  'changed',
  'open',
  'overdue',
  'draft',
  'void',
  'blocked',
  'no-quorum',
  'rejected',
  'merged',
  'withdrawn',
]

/** A bar divided by status, and the counts in words. */
export function progressToHast(edition: Edition, overview: Overview = edition): Element {
  const { words, language } = edition
  const shares = sharesOf(overview)
  const inWords = shares.map(({ label, count }) => labelled(label, language, count))
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  let from = 0
  const bars = shares.map(({ count }, index) => {
    const width = (count * 600) / total
    const bar = box(index, round(from + 1), round(Math.max(width - 2, 1)), 22)
    from += width
    return bar
  })
  const svg = s(
    'svg',
    {
      viewBox: '0 0 600 24',
      preserveAspectRatio: 'none',
      role: 'img',
      ariaLabel: labelled(words.progress, language, joinWithSemicolons(inWords, language)),
    },
    s(
      'defs',
      shares.map((_, index) => pattern(index)),
    ),
    bars,
  )
  const key = inWords.map((text, index) =>
    h('li', [
      s('svg', { viewBox: '0 0 24 16', ariaHidden: 'true' }, box(index, 1, 22, 14)),
      ` ${text}`,
    ]),
  )
  return h('figure.progress', [svg, h('figcaption', h('ul.key', key))])
}

function sharesOf(overview: Overview): { label: string; count: number }[] {
  const measures = measuresOf(overview)
  return statusOrder.flatMap((status) => {
    const some = measures.filter((measure) => measure.status === status)
    return some[0] ? [{ label: some[0].statusLabel, count: some.length }] : []
  })
}

function box(index: number, x: number, width: number, height: number) {
  const fill = `url(#t${index})`
  return s('rect', { x, y: 1, width, height, fill, stroke: 'currentColor' })
}

/** The pattern of one part of the bar: parts must differ without colour. */
function pattern(index: number): Element {
  const { size = 12, turn = 0, full, lines, dot } = motifs[index] ?? {}
  const ink = { fill: 'currentColor' }
  return s(
    'pattern',
    {
      id: `t${index}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(${turn})`,
    },
    full ? s('path', { d: full, ...ink }) : null,
    lines ? s('path', { d: lines, stroke: 'currentColor', strokeWidth: 2 }) : null,
    dot ? s('circle', { cx: size / 2, cy: size / 2, r: dot, ...ink }) : null,
  )
}

interface Motif {
  readonly size?: number
  readonly turn?: number
  readonly full?: string
  readonly lines?: string
  readonly dot?: number
}

const motifs: readonly Motif[] = [
  { full: 'M0 0h12v12H0z' },
  { size: 3, turn: -45, lines: 'M0 0V3' },
  { size: 4, turn: 45, lines: 'M0 0V4' },
  { size: 6, turn: -45, lines: 'M0 0V6' },
  { size: 8, turn: 45, lines: 'M0 0V8' },
  { size: 11, turn: -45, lines: 'M0 0V11' },
  { size: 5, lines: 'M0 0H5' },
  { size: 6, lines: 'M0 0H6M0 0V6' },
  { size: 8, turn: 45, lines: 'M0 0H8M0 0V8' },
  { size: 5, dot: 1.2 },
  { size: 9, dot: 2 },
]

function round(length: number) {
  return Math.round(length * 100) / 100
}
