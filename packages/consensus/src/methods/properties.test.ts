import type { DecisionRule } from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Count, fewestReaching, inFavour, reaches } from '../counting/method.ts'
import { decisionRules, directRules, share } from '../samples/random-rules.ts'
import { decide } from './index.ts'

const small = fc.integer({ min: 0, max: 6 })
// Rarely any: most rules stop at the first objection, and would be tried on nothing else.
const few = fc.constantFrom(0, 0, 0, 1, 2, 5)
const counts = fc
  .tuple(small, small, few, few, small, fc.integer({ min: 8, max: 16 }))
  .map(([consents, reservations, objections, abstentions, silent, days]): Count => {
    const members = consents + reservations + objections + abstentions + silent
    const weight = { inFavour: consents + reservations, total: members, unknown: 0 }
    return {
      members,
      consents,
      reservations,
      objections,
      abstentions,
      weight,
      told: { members, days },
      finalDays: days,
    }
  })

const passes = (count: Count, rule: DecisionRule) =>
  decide(count, rule).result.startsWith('adopted')

it('one more consent never undoes an adoption', { tags: ['long'] }, () => {
  fc.assert(
    fc.property(
      counts,
      decisionRules,
      fc.constantFrom('silent', 'abstentions', 'objections'),
      (count, rule, from) => {
        const weight = {
          inFavour: count.consents + count.reservations + 1,
          total: count.members,
          unknown: 0,
        }
        const more = {
          ...count,
          consents: count.consents + 1,
          weight,
          ...(from !== 'silent' && { [from]: count[from as 'objections'] - 1 }),
        }
        const silent =
          count.members - count.consents - count.reservations - count.objections - count.abstentions
        fc.pre(from === 'silent' ? silent > 0 : count[from as 'objections'] > 0)
        return !passes(count, rule) || passes(more, rule)
      },
    ),
    { numRuns: 10000 },
  )
})

it('adopts nothing without a consent, unless the rule counts silence as agreement', () => {
  fc.assert(
    fc.property(
      counts,
      directRules,
      (count, rule) => rule.silence === 'consent' || inFavour(count) > 0 || !passes(count, rule),
    ),
  )
})

it('the fewestReaching that reach a share reach it, and one less does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), share, (base, threshold) => {
      const least = fewestReaching(base, threshold)
      expect(reaches(least - 1, base, threshold)).toBe(false)
      if (least <= base) expect(reaches(least, base, threshold)).toBe(true)
    }),
  )
})
