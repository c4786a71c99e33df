// @module-tag long
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedText } from './compared-text.ts'
import { likePairs, rarity } from './overlaps.ts'

describe('likePairs', () => {
  it('meets every pair that is like enough, and no other, among texts made from one template and texts of their own', () => {
    const own = fc.array(
      fc.integer({ min: 0, max: 40 }).map((rank) => `rare${rank}`),
      { maxLength: 6 },
    )
    const text = fc
      .record({ template: fc.integer({ min: 0, max: 2 }), own })
      .map(({ template, own: words }) => [
        ...Array.from({ length: 12 }, (_, rank) => `commun${template < 2 ? rank : rank + 6}`),
        ...words,
      ])
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 30 }),
        fc.constantFrom(0, 0.02, 0.1, 0.3, 0.6, 1),
        (drawn, threshold) => {
          const texts = drawn.map(spoken)
          const found = new Map(
            likePairs(texts, threshold).map(({ a, b, likeness }) => [
              `${texts.indexOf(a)} ${texts.indexOf(b)}`,
              likeness,
            ]),
          )
          for (const { a, b, likeness } of allPairs(texts)) {
            if (Math.abs(likeness - threshold) < 1e-9) continue
            if (likeness > threshold) expect(found.get(`${a} ${b}`)).toBeCloseTo(likeness, 9)
            else expect(found.has(`${a} ${b}`)).toBe(false)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

function spoken(words: readonly string[]): ComparedText {
  const asked = new Map<string, number>()
  for (const word of words) asked.set(word, (asked.get(word) ?? 0) + 1)
  return { passages: [], asked }
}

// The definition, pair by pair.
function allPairs(texts: readonly ComparedText[]) {
  const said = (stem: string) => texts.filter(({ asked }) => asked.has(stem)).length
  const loud = (count: number) => 1 + Math.log(count)
  const weight = (one: ComparedText, other: ComparedText) =>
    [...one.asked].reduce(
      (sum, [stem, count]) =>
        sum +
        (loud(count) * rarity(said(stem) - (other.asked.has(stem) ? 2 : 1), texts.length)) ** 2,
      0,
    )
  return texts.flatMap((one, a) =>
    texts.flatMap((other, b) => {
      const shared = [...one.asked].filter(([stem]) => other.asked.has(stem))
      if (b <= a || shared.length === 0) return []
      const product = shared.reduce(
        (sum, [stem, count]) =>
          sum +
          loud(count) *
            loud(other.asked.get(stem) ?? 0) *
            rarity(said(stem) - 2, texts.length) ** 2,
        0,
      )
      return [{ a, b, likeness: product / Math.sqrt(weight(one, other) * weight(other, one)) }]
    }),
  )
}
