import type { Status } from '@cahier/core'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled, listed } from '../edition/labels.ts'
import type { Overview } from '../edition/overview.ts'

/** Most settled first. */
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
  const shares = sharesOf(overview)
  const inWords = shares.map((share) => `${labelled(share.label, edition.language)} ${share.count}`)
  const total = shares.reduce((sum, share) => sum + share.count, 0)
  let from = 0
  const bars = shares.map((share, index) => {
    const width = (share.count * 600) / total
    const bar = s('rect', {
      x: round(from + 1),
      y: 1,
      width: round(Math.max(width - 2, 1)),
      height: 22,
      fill: `url(#t${index})`,
      stroke: 'currentColor',
    })
    from += width
    return bar
  })
  const svg = s(
    'svg',
    {
      viewBox: '0 0 600 24',
      preserveAspectRatio: 'none',
      role: 'img',
      ariaLabel: `${labelled(edition.words.progress, edition.language)} ${listed(inWords, edition.language)}`,
    },
    [
      s(
        'defs',
        shares.map((_, index) => pattern(index)),
      ),
      ...bars,
    ],
  )
  const key = shares.map((_, index) =>
    h('li', [
      s(
        'svg',
        { viewBox: '0 0 24 16', ariaHidden: 'true' },
        s('rect', {
          x: 1,
          y: 1,
          width: 22,
          height: 14,
          fill: `url(#t${index})`,
          stroke: 'currentColor',
        }),
      ),
      ` ${inWords[index]}`,
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

/** More ink for more settled statuses: full, hatched, lines, grids, dots, empty. */
function pattern(index: number): Element {
  const { size = 12, turn = 0, lines = '', dot = 0 } = motifs[index] ?? {}
  const ink =
    index === 0
      ? [s('path', { d: 'M0 0h12v12H0z', fill: 'currentColor' })]
      : [
          ...(lines === ''
            ? []
            : [s('path', { d: lines, stroke: 'currentColor', strokeWidth: 2 })]),
          ...(dot === 0
            ? []
            : [s('circle', { cx: size / 2, cy: size / 2, r: dot, fill: 'currentColor' })]),
        ]
  return s(
    'pattern',
    {
      id: `t${index}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(${turn})`,
    },
    ink,
  )
}

interface Motif {
  readonly size?: number
  readonly turn?: number
  readonly lines?: string
  readonly dot?: number
}

const motifs: readonly Motif[] = [
  {},
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
