import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesIn } from './matches-in.ts'

const patterns = [
  /a/g,
  /a*/g,
  /(?=b)/g,
  /\b/g,
  /a*/gu,
  /(?=\p{L}|$)/gu,
  /^/gm,
  /(?<first>.)(.)?/gu,
  /😀|/gu,
]

it('gives what matchAll gives, one after the other or one inside the other', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', 'é', '\n', '😀', '\ud83d'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(text, fc.constantFrom(...patterns), (text, pattern) => {
      expect(matchesIn(text, pattern)).toEqual([...text.matchAll(pattern)])
      for (const _ of matchesIn(text, pattern))
        expect(matchesIn(text, pattern)).toEqual([...text.matchAll(pattern)])
    }),
  )
})
