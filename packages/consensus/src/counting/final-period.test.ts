import type { DecisionRule, JudgedStance, Round, StanceKind } from '@cahier/core'
import { expect, it } from 'vitest'
import { countRound, finalPeriodStart } from './count-round.ts'

const rule: DecisionRule = {
  method: 'rough',
  answered: { 'at-least': '1/2' },
  'missing-at-most': 1,
  'final-period': 7,
}
const round: Round = {
  opened: '2025-03-01',
  closes: '2025-03-20',
  text: 'v1-x',
  rule,
  electorate: { a: 1, b: 1, c: 1, d: 1, e: 1 },
  notified: {},
  seal: '',
  rulings: [],
  outcome: null,
}

function said(
  days: Readonly<Record<string, string>>,
  stance: StanceKind = 'consent',
): Readonly<Record<string, JudgedStance>> {
  const one = {
    proposal: 'p',
    stance,
    text: 'v1-x',
    by: '',
    argument: 'Non.',
    liftsIf: '',
    state: 'fresh',
    counted: true,
    why: '',
  } as const
  return Object.fromEntries(
    Object.entries(days).map(([member, day]) => [member, { ...one, date: `2025-03-${day}` }]),
  )
}

it('a final period begins when enough have answered, and no more are missing than the rule bears', () => {
  const three = said({ a: '02', b: '03', c: '04' })
  expect(finalPeriodStart(round, rule, three)).toBe(null)
  expect(finalPeriodStart(round, rule, { ...three, ...said({ d: '09' }) })).toBe('2025-03-09')
  expect(finalPeriodStart(round, { ...rule, 'missing-at-most': 2 }, three)).toBe('2025-03-04')
})

it('on the last day of the round still, and not while an objection is open, unless it had begun', () => {
  const early = said({ a: '02', b: '03', c: '04' })
  expect(finalPeriodStart(round, rule, { ...early, ...said({ d: '20' }) })).toBe('2025-03-20')
  expect(
    finalPeriodStart(round, rule, {
      ...early,
      ...said({ d: '09' }),
      ...said({ e: '05' }, 'objection'),
    }),
  ).toBe(null)
  expect(
    finalPeriodStart(round, rule, {
      ...early,
      ...said({ d: '09' }),
      ...said({ e: '10' }, 'objection'),
    }),
  ).toBe('2025-03-09')
})

it('those who were findingsOf of a round have had the days since the last of them was', () => {
  const lazy: Round = {
    ...round,
    rule: { method: 'lazy', days: 14, otherwise: { method: 'consent' } },
  }
  const findingsOf = (notified: Round['notified']) =>
    countRound({ ...lazy, notified }, {}, '2025-03-20').told
  expect(findingsOf({ a: '2025-02-20', b: '2025-03-06' })).toEqual({ members: 2, days: 14 })
  expect(findingsOf({ a: '2025-02-20' })).toEqual({ members: 1, days: 19 })
})
