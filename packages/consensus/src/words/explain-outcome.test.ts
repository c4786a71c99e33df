// @module-tag long
import { expect, it } from 'vitest'
import { tally } from '../counting/tally.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { decisiveMembers } from './explain-outcome.ts'

const opened = applied(sampleFiles, (programme) =>
  planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)

function decisive(stances: Readonly<Record<string, 'consent' | 'reservation' | 'objection'>>) {
  const spoken = Object.entries(stances).reduce<Files>(
    (files, [member, stance]) =>
      applied(files, (programme) =>
        planStance(programme, member, 'guichet', {
          stance,
          argument: 'Le coût.',
          day: '2025-03-05',
        }),
      ),
    opened,
  )
  const verdict = tally(programmeOf(spoken), '2025-03-20').find(
    ({ proposal }) => proposal === 'guichet',
  )
  return verdict?.round ? decisiveMembers(verdict.round, verdict.stances, '2025-03-20') : null
}

it('those tipped a round without whom it would have come out otherwise: with or without reservations is the same', () => {
  expect(decisive({ a: 'consent', b: 'reservation', c: 'consent' })).toEqual([])
  expect(decisive({ a: 'consent', b: 'reservation' })).toEqual([
    { member: 'a', without: 'no-quorum' },
    { member: 'b', without: 'no-quorum' },
  ])
  expect(decisive({ a: 'consent', b: 'objection', c: 'consent' })).toEqual([
    { member: 'b', without: 'adopted' },
  ])
})

it('no member was decisive in a round rejected either way', () => {
  expect(decisive({ a: 'objection', b: 'objection' })).toEqual([])
  expect(decisive({ a: 'consent', b: 'objection' })).toEqual([])
})
