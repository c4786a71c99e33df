import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heaviestChain, type Likeness } from './align-blocks.ts'

const pairs = fc
  .uniqueArray(
    fc.record({ old: fc.nat(6), young: fc.nat(6), weight: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ old, young }) => `${old} ${young}`,
      maxLength: 12,
    },
  )
  .map((some) => some.sort((one, other) => one.old - other.old || one.young - other.young))

it('rises on both sides, and no rising choice weighs more', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const chain = heaviestChain(all, 7)
      const weigh = (some: readonly (readonly [number, number])[]) =>
        some.reduce(
          (sum, [old, young]) =>
            sum + (all.find((one) => one.old === old && one.young === young)?.weight ?? Number.NaN),
          0,
        )
      for (const [index, [old, young]] of chain.slice(1).entries()) {
        expect(old).toBeGreaterThan(chain[index]?.[0] ?? -1)
        expect(young).toBeGreaterThan(chain[index]?.[1] ?? -1)
      }
      expect(weigh(chain)).toBe(heaviest(all, -1, -1))
    }),
  )
})

function heaviest(all: readonly Likeness[], old: number, young: number): number {
  const next = all.filter((one) => one.old > old && one.young > young)
  return Math.max(0, ...next.map((one) => one.weight + heaviest(all, one.old, one.young)))
}
