import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PoolPlaces } from './pool-places.ts'

describe('places in a pool of UTF-8', () => {
  it('are those of its characters, wherever it lies in memory', () => {
    const character = fc.constantFrom('a', 'b', 'é', '’', '\uFEFF', '😀', '\n')
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 40 }),
        fc.nat(3),
        fc.array(fc.nat(40)),
        (characters, before, asked) => {
          const text = characters.join('')
          const pool = new Uint8Array(Buffer.byteLength(text) + before).subarray(before)
          new TextEncoder().encodeInto(text, pool)
          const places = new PoolPlaces(pool)
          const inOrder = Array.from({ length: characters.length + 1 }, (_, rank) => rank)
          for (const rank of [...inOrder, ...asked]) {
            const said = characters.slice(0, rank).join('')
            expect(places.placeOf(Buffer.byteLength(said))).toBe(said.length)
            expect(places.byteAt(said.length)).toBe(Buffer.byteLength(said))
          }
        },
      ),
    )
  })
})
