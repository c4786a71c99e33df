import { expect, it } from 'vitest'
import type { Hunk } from './hunk.ts'
import { overlapping } from './near-hunks.ts'

const hunk = (start: number, end: number, text: string) =>
  ({ parts: [{ splice: { start, end, text } }] }) as unknown as Hunk

it('an insertion inside a long deletion overlaps it, although a short deletion begins between', () => {
  const insertion = hunk(5, 5, 'mot')
  expect(overlapping([hunk(0, 10, ''), hunk(2, 3, ''), insertion])).toBe(insertion)
})

it('deletions may overlap, and neighbours do not', () => {
  expect(overlapping([hunk(0, 10, ''), hunk(2, 12, '')])).toBeUndefined()
  expect(overlapping([hunk(0, 4, 'un'), hunk(4, 6, 'deux')])).toBeUndefined()
})
