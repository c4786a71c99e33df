import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { HistoryEvent } from '../edition/printed-measure.ts'
import { timeline } from './measure-to-hast.ts'

const kinds: readonly HistoryEvent['kind'][] = [
  'opened',
  'closed',
  'adopted',
  'stance',
  'ruling',
  'amendment',
  'amended',
  'edition',
  'handed-over',
]
const events = fc.array(
  fc.record({
    date: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    kind: fc.constantFrom(...kinds),
    label: fc.constant(''),
  }),
  { maxLength: 40 },
)

it('draws nothing when all happened on one day, or on none that is known', () => {
  expect(
    timeline([
      { date: '2026-01-01', kind: 'opened', label: '' },
      { date: '2026-01-01', kind: 'adopted', label: '' },
    ]),
  ).toEqual([])
  expect(timeline([{ date: '', kind: 'opened', label: '' }])).toEqual([])
})

it('keeps every mark on the drawing, and no mark over another', () => {
  fc.assert(
    fc.property(events, (history) => {
      const [svg] = timeline(history)
      if (svg === undefined) return
      const marks = svg.children.flatMap((child) =>
        child.type === 'element' && child.tagName !== 'path' ? [child.properties] : [],
      )
      const places = marks.map(({ cx, x, cy, y }) => ({
        at: Number.parseFloat(String(cx ?? x)),
        y: cy === undefined ? Number(y) + 4 : Number(cy),
      }))
      for (const [index, one] of places.entries()) {
        expect(one.at).toBeGreaterThanOrEqual(2)
        expect(one.at).toBeLessThanOrEqual(98)
        expect(one.y).toBeGreaterThan(4)
        expect(one.y).toBeLessThan(Number(svg.properties.height))
        for (const other of places.slice(index + 1))
          expect(Math.abs(one.at - other.at) < 4 && one.y === other.y).toBe(false)
      }
    }),
  )
})
