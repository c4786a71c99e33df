// @module-tag long
import { expect, it } from 'vitest'
import { marksOf } from './paired-marks.ts'

it('of any number of links that were never opened, each is looked at once: among all that stand open, they would outlast the test', () => {
  const words = Array.from({ length: 300_000 }, () => ({ gap: '', text: '](' }))
  expect(marksOf(words).loose).toBe(600_000)
})
