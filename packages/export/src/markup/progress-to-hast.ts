import type { Status } from '@cahier/core'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { type Edition, measuresOf, type Overview } from '../edition/edition.ts'
import { labelled, listed } from '../edition/labels.ts'

/** Statuses, the most settled first. */
const order: readonly Status[] = [
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

/** A bar divided by status, each part with its own pattern, and the counts in words. */
export function progressToHast(edition: Edition, overview: Overview = edition): Element {
  const { words, language } = edition
  const shares = sharesOf(overview)
  const inWords = shares.map(({ label, count }) => `${labelled(label, language)} ${count}`)
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
      ariaLabel: `${labelled(words.progress, language)} ${listed(inWords, language)}`,
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
  return order.flatMap((status) => {
    const some = measures.filter((measure) => measure.status === status)
    return some[0] ? [{ label: some[0].statusLabel, count: some.length }] : []
  })
}

function box(index: number, x: number, width: number, height: number): Element {
  const fill = `url(#t${index})`
  return s('rect', { x, y: 1, width, height, fill, stroke: 'currentColor' })
}

/** The pattern of a status in the bar: the more settled, the more ink. */
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

function round(length: number): number {
  return Math.round(length * 100) / 100
}
