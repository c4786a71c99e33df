import type { JudgedStance, Ruling, StanceKind } from '@cahier/core'
import { expect, it } from 'vitest'
import { countStances, tallyOf } from './count-stances.ts'

function says(stance: StanceKind, counted = true): JudgedStance {
  return {
    proposal: 'p',
    stance,
    date: '2025-03-05',
    text: 'v1-x',
    by: '',
    argument: 'Parce que.',
    liftsIf: '',
    state: 'fresh',
    counted,
    why: '',
  }
}

function rule(on: string, ruling: Ruling['ruling'], objection: Ruling['objection'] = null): Ruling {
  return { on, ruling, by: 'f', date: '2025-03-10', reason: 'Motif.', objection }
}

const electorate = { a: 1, b: 1, c: 1, d: 1 }

it('counts each member once, and what does not count as silence', () => {
  const count = countStances(
    { electorate, rulings: [] },
    { a: says('consent'), b: says('reservation'), c: says('objection', false), z: says('consent') },
  )
  expect(count).toEqual({ members: 4, consents: 1, reservations: 1, objections: 0, abstentions: 0 })
  expect(tallyOf(count)).toEqual({
    electorate: 4,
    consent: 1,
    reservation: 1,
    objection: 0,
    abstention: 0,
    silent: 2,
  })
})

it('an objection ruled inadmissible, or overruled, becomes a reservation', () => {
  const stances = {
    a: says('objection'),
    b: says('objection'),
    c: says('objection'),
    d: says('abstention'),
  }
  const rulings = [
    rule('a', 'inadmissible', { date: '2025-03-05', text: 'v1-x' }),
    rule('b', 'overruled'),
  ]
  expect(countStances({ electorate, rulings }, stances)).toEqual({
    members: 4,
    consents: 0,
    reservations: 2,
    ruled: 2,
    objections: 1,
    abstentions: 1,
  })
})

it('a ruling dies when the member objects anew', () => {
  const rulings = [
    rule('a', 'inadmissible', { date: '2025-03-01', text: 'v1-x' }),
    rule('b', 'overruled', { date: '2025-03-05', text: 'v1-other' }),
  ]
  expect(
    countStances({ electorate, rulings }, { a: says('objection'), b: says('objection') }),
  ).toMatchObject({
    objections: 2,
    reservations: 0,
  })
})

it('a ruling on an objection touches no consent', () => {
  expect(
    countStances({ electorate, rulings: [rule('a', 'inadmissible')] }, { a: says('consent') }),
  ).toMatchObject({
    consents: 1,
    reservations: 0,
  })
})

it('who is recused leaves, whatever was said, and the quorum falls with them', () => {
  const count = countStances(
    { electorate, rulings: [rule('a', 'recused'), rule('d', 'recused')] },
    { a: says('objection'), b: says('consent') },
  )
  expect(count).toEqual({ members: 2, consents: 1, reservations: 0, objections: 0, abstentions: 0 })
})
