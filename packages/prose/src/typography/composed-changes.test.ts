// @module-tag long
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spliced } from '../span.ts'
import type { Correction } from './change.ts'
import { composedChanges } from './composed-changes.ts'

const sizes = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom('', 'x', 'yz')), {
  maxLength: 6,
})

/** Changes in order, apart, none at one point with another. */
function changesOf(
  text: string,
  steps: readonly (readonly [number, number, string])[],
): Correction[] {
  const changes: Correction[] = []
  let at = 0
  for (const [gap, length, put] of steps) {
    const start = at + gap + (changes.length > 0 && gap === 0 ? 1 : 0)
    if (start + length > text.length) break
    changes.push({ start, end: start + length, text: put, name: 'spaces' })
    at = start + length
  }
  return changes
}

it('two rounds of changes, made as one, give the same text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 5, maxLength: 20 }), sizes, sizes, (text, one, two) => {
      const first = changesOf(text, one)
      const between = spliced(text, first)
      const second = changesOf(between, two)
      const both = composedChanges(text, first, second)
      expect(spliced(text, both)).toBe(spliced(between, second))
      // What `applyEdits` wants: apart, and never two at one point.
      for (const [index, { start, end }] of both.entries()) {
        expect(start).toBeLessThanOrEqual(end)
        const previous = both[index - 1]
        if (previous !== undefined)
          expect(previous.end <= start && (previous.start < start || previous.end < end)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
