import type { DecisionRule } from '@cahier/core'
import fc from 'fast-check'

/** A threshold. */
export const share = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
  .map(([a, b, strict]) => {
    const ratio = `${Math.min(a, b)}/${Math.max(a, b)}`
    return strict ? { 'more-than': ratio } : { 'at-least': ratio }
  })

// The parameters that any rule may have.
const asked = fc.record(
  { quorum: share, 'minimum-consents': fc.integer({ min: 1, max: 4 }) },
  { requiredKeys: [] },
)

/** Rules without a fallback. */
export const directRules: fc.Arbitrary<DecisionRule> = fc
  .oneof(
    fc.constantFrom({ method: 'consent' }, { method: 'consent', silence: 'consent' }),
    fc.integer({ min: 1, max: 3 }).map((n) => ({ method: 'consensus-minus', n })),
    fc
      .tuple(share, fc.constantFrom('expressed', 'cast', 'present', 'members'))
      .map(([one, of]) => ({ method: 'majority', ...one, of })),
    fc.record({
      method: fc.constant('rough'),
      'final-period': fc.integer({ min: 1, max: 10 }),
      answered: share,
      'missing-at-most': fc.integer({ min: 0, max: 4 }),
      'new-concern': fc.constantFrom('restart', 'hold'),
    }),
    fc.record(
      {
        method: fc.constant('double-majority'),
        members: share,
        weight: share,
        'blocking-minority': fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: ['method', 'members', 'weight'] },
    ),
  )
  .chain((rule) => asked.map((more) => ({ ...rule, ...more }) as DecisionRule))

/** Random decision rules with all parameters, for properties. */
export const decisionRules: fc.Arbitrary<DecisionRule> = fc.oneof(
  { weight: 5, arbitrary: directRules },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 15 }), asked, directRules)
      .map(
        ([days, more, otherwise]): DecisionRule => ({ method: 'lazy', days, ...more, otherwise }),
      ),
  },
)
