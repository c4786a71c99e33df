import type { Stance } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { judgeStance, type StanceContext } from './stance-index.ts'

const consent: Stance = {
  proposal: 'p',
  stance: 'consent',
  date: '2025-03-05',
  text: 'v1-now',
  by: '',
  argument: '',
  liftsIf: '',
}
const objection: Stance = { ...consent, stance: 'objection', argument: 'Trop peu.' }
const context: StanceContext = {
  text: 'v1-now',
  day: '2025-03-10',
  round: { closes: '2025-03-22', electorate: { a: 1 } },
  ours: true,
  signing: { required: false, why: '', held: [] },
}

function judged(stance: Stance, held: Partial<StanceContext> = {}, member = 'a') {
  const verdict = judgeStance(member, stance, { ...context, ...held })
  return verdict && [verdict.state, verdict.counted, verdict.why]
}

describe('a stance counts when it is about the current text, by a member, in time', () => {
  it('a consent of that day, on that text', () =>
    expect(judged(consent)).toEqual(['fresh', true, '']))
  it('one given before the round opened', () =>
    expect(judged({ ...consent, date: '2024-12-01' })).toEqual(['fresh', true, '']))
  it('one of the last day', () =>
    expect(judged({ ...consent, date: '2025-03-22' }, { day: '2025-03-22' })).toEqual([
      'fresh',
      true,
      '',
    ]))
  it('one where no round is open', () =>
    expect(judged(consent, { round: null }, 'anyone')).toEqual(['fresh', true, '']))
})

describe('and else it does not, and says why', () => {
  it('after the close', () =>
    expect(judged({ ...consent, date: '2025-03-23' }, { day: '2025-03-30' })).toEqual([
      'fresh',
      false,
      'afterClose',
    ]))
  it('from the future', () =>
    expect(judged({ ...consent, date: '2025-03-11' })).toEqual(['fresh', false, 'future']))
  it('by somebody who is not asked', () =>
    expect(judged(consent, {}, 'z')).toEqual(['fresh', false, 'notMember']))
  it('about another programme', () =>
    expect(judged(consent, { ours: false })).toEqual(['fresh', false, 'otherProgramme']))
  it('about no text', () =>
    expect(judged({ ...consent, text: '' })).toEqual(['uncounted', false, 'noText']))
  it('an objection without an argument', () =>
    expect(judged({ ...objection, argument: '' })).toEqual(['fresh', false, 'noArgument']))
})

describe('when the text moves on', () => {
  it.each(['consent', 'reservation', 'abstention'] as const)('a %s falls', (stance) => {
    expect(judged({ ...consent, stance, text: 'v1-before' })).toEqual([
      'stale',
      false,
      'textChanged',
    ])
  })
  it('an objection stands', () =>
    expect(judged({ ...objection, text: 'v1-before' })).toEqual(['stale', true, 'standing']))
  it('an objection that never counted does not stand', () => {
    expect(judged({ ...objection, text: 'v1-before', argument: '' })).toEqual([
      'stale',
      false,
      'noArgument',
    ])
    expect(judged({ ...objection, text: 'v1-before' }, {}, 'z')).toEqual([
      'stale',
      false,
      'notMember',
    ])
  })
})
