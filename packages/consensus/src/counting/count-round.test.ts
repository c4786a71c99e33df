import {
  type DecisionRule,
  dayAfter,
  type JudgedStance,
  type Result,
  type Round,
  type Ruling,
  type StanceKind,
} from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide } from '../methods/index.ts'
import { decisionRules } from '../samples/random-rules.ts'
import { countRound, isSettled } from './count-round.ts'

const MEMBERS = ['a', 'b', 'c', 'd', 'e']
const KINDS = ['consent', 'reservation', 'objection', 'abstention'] as const
const OPENED = '2025-03-01'
const CLOSES = '2025-03-13'
// Stances of before the opening count from it; each day of a round matters to a final period.
const DAYS = [0, 1, 4, 8, 12].map((days) => dayAfter(OPENED, days))

function says(stance: StanceKind, date: string): JudgedStance {
  return {
    proposal: 'p',
    stance,
    date,
    text: 'v1-x',
    by: '',
    argument: 'Parce que.',
    liftsIf: '',
    state: 'fresh',
    counted: true,
    why: '',
  }
}

const stances = fc.dictionary(
  fc.constantFrom(...MEMBERS),
  fc
    .tuple(fc.constantFrom(...KINDS), fc.constantFrom(...DAYS))
    .map(([stance, date]) => says(stance, date)),
  { noNullPrototype: true },
)

// Those that weigh, and those that fall back on another, turn where no other does.
const weighs = decisionRules.filter(
  ({ method, otherwise }) =>
    method === 'double-majority' || otherwise?.method === 'double-majority',
)
const fallsBack = decisionRules.filter(({ otherwise }) => otherwise?.quorum !== undefined)

const rounds = fc
  .record({
    rule: fc.oneof(decisionRules, weighs, fallsBack),
    size: fc.integer({ min: 1, max: 5 }),
    weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 }),
    told: fc.constantFrom(OPENED, dayAfter(OPENED, 4)),
    recused: fc.subarray(MEMBERS, { maxLength: 1 }),
  })
  .map(({ rule, size, weights, told, recused }): Round => {
    const members = MEMBERS.slice(0, size)
    return {
      opened: OPENED,
      closes: CLOSES,
      text: 'v1-x',
      rule,
      electorate: Object.fromEntries(members.map((member, index) => [member, weights[index] ?? 1])),
      notified: Object.fromEntries(members.map((member) => [member, told])),
      seal: '',
      rulings: recused.map(
        (on): Ruling => ({
          on,
          ruling: 'recused',
          by: 'f',
          date: OPENED,
          reason: 'Dit.',
          objection: null,
        }),
      ),
      outcome: null,
    }
  })

/**
 * Every result the round may still have, each silent member saying everything it could, on each
 * day, or nothing.
 */
function everyResult(
  round: Round,
  said: Readonly<Record<string, JudgedStance>>,
  silent: readonly string[],
): ReadonlySet<Result> {
  const [member, ...others] = silent
  if (member === undefined) return new Set([decide(countRound(round, said), round.rule).result])
  const choices = [
    null,
    ...KINDS.flatMap((kind) =>
      (round.rule.method === 'rough' ? DAYS : [CLOSES]).map((day) => says(kind, day)),
    ),
  ]
  return new Set(
    choices.flatMap((choice) => [
      ...everyResult(round, choice === null ? said : { ...said, [member]: choice }, others),
    ]),
  )
}

/** The same round with every objection overruled. */
function overruled(round: Round, said: Readonly<Record<string, JudgedStance>>): Round {
  const objections = Object.entries(said).filter(([, { stance }]) => stance === 'objection')
  const rulings = objections.map(
    ([on, { date, text }]): Ruling => ({
      on,
      ruling: 'overruled',
      by: 'f',
      date,
      reason: 'Dit.',
      objection: { date, text },
    }),
  )
  return { ...round, rulings: [...round.rulings, ...rulings] }
}

function silentIn(
  { electorate, rulings }: Round,
  said: Readonly<Record<string, JudgedStance>>,
): readonly string[] {
  const recused = rulings.filter(({ ruling }) => ruling === 'recused').map(({ on }) => on)
  return Object.keys(electorate).filter((member) => !(member in said) && !recused.includes(member))
}

it('a round is settled exactly when no completion, tried one by one, gives another result', {
  tags: ['long'],
}, () => {
  let settled = 0
  fc.assert(
    fc.property(rounds, stances, fc.boolean(), (asOpened, all, overrules) => {
      const said = Object.fromEntries(
        Object.entries(all).filter(([member]) => member in asOpened.electorate),
      )
      const round = overrules ? overruled(asOpened, said) : asOpened
      const silent = silentIn(round, said)
      fc.pre(round.rule.method !== 'rough' || silent.length <= 2)
      const results = everyResult(round, said, silent)
      for (const result of [
        'adopted',
        'adopted-with-reservations',
        'rejected',
        'blocked',
        'no-quorum',
      ] as const) {
        const expected = results.size === 1 && results.has(result)
        if (expected && silent.length > 0) settled++
        expect(isSettled(round, said, result)).toBe(expected)
      }
    }),
    { numRuns: 500 },
  )
  expect(settled).toBeGreaterThan(0)
})

const FOUR: Round = {
  opened: OPENED,
  closes: CLOSES,
  text: 'v1-x',
  rule: { method: 'consent' },
  electorate: { a: 1, b: 1, c: 1, d: 1 },
  notified: { a: OPENED, b: OPENED, c: OPENED, d: OPENED },
  seal: '',
  rulings: [],
  outcome: null,
}

it('two who are for hold their share of all members, and may still lose a majority of those who vote', () => {
  const settled = (rule: DecisionRule) =>
    isSettled(
      { ...FOUR, rule },
      { a: says('consent', OPENED), b: says('reservation', OPENED) },
      'adopted-with-reservations',
    )
  expect(settled({ method: 'majority', 'at-least': '1/3', of: 'members' })).toBe(true)
  expect(settled({ method: 'majority', 'more-than': '1/2', of: 'expressed' })).toBe(false)
})

it('one objection alone may leave the rule that lazy consensus falls back on without its quorum', () => {
  const settled = (quorum: string) => {
    const otherwise: DecisionRule = {
      method: 'majority',
      'at-least': '1/4',
      of: 'cast',
      quorum: { 'at-least': quorum },
    }
    return isSettled(
      { ...FOUR, rule: { method: 'lazy', days: 5, otherwise } },
      { a: says('reservation', OPENED) },
      'adopted-with-reservations',
    )
  }
  expect(settled('1/2')).toBe(true)
  expect(settled('3/4')).toBe(false)
})

it('a silent member may still speak, even one who left and may come back', () => {
  const rule: DecisionRule = { method: 'consent', quorum: { 'at-least': '1/2' } }
  const said = { a: says('consent', OPENED), b: says('reservation', OPENED) }
  expect(isSettled({ ...FOUR, rule }, said, 'adopted-with-reservations')).toBe(false)
})
