import { type Result, type Status, sentenceOf } from '@cahier/core'
import { expect, it } from 'vitest'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, proposal, sampleFiles } from '../samples/sample-files.ts'
import { planStance, type StanceRequest } from '../stances/plan-stance.ts'
import { STATUS_RULE, statusMessages } from './status.ts'
import { tally } from './tally.ts'

const PATH = 'axes/services/guichet.md'

/** Holds rounds one after the other, each opened on the first of a month and closed on the 21st. */
function held(
  ...rounds: readonly (Readonly<Record<string, StanceRequest['stance']>> | 'open')[]
): Files {
  return rounds.reduce<Files>((files, said, index) => {
    const month = `2025-0${index + 3}`
    const opened = applied(files, (programme) =>
      planOpening(programme, 'guichet', { day: `${month}-01`, closes: `${month}-20` }),
    )
    if (said === 'open') return opened
    const spoken = Object.entries(said).reduce(
      (before, [member, stance]) =>
        applied(before, (programme) =>
          planStance(programme, member, 'guichet', {
            stance,
            day: `${month}-05`,
            argument: 'Parce que.',
          }),
        ),
      opened,
    )
    return applied(spoken, (programme) => planClosing(programme, 'guichet', `${month}-21`))
  }, sampleFiles)
}

function statusOn(day: string, files: Files): Status | undefined {
  return tally(programmeOf(files), day).find(({ proposal: id }) => id === 'guichet')?.status
}

const changed = (files: Files, title = 'Deux guichets par commune') => ({
  ...files,
  [PATH]: proposal(title),
})
const both = { a: 'consent', b: 'consent' } as const

it.each<[Status, string, Files]>([
  ['draft', 'never opened', sampleFiles],
  ['adopted', 'two consents', held(both)],
  [
    'adopted-with-reservations',
    'a consent and a reservation',
    held({ a: 'consent', b: 'reservation' }),
  ],
  ['blocked', 'a consent and an objection', held({ a: 'consent', b: 'objection' })],
  ['no-quorum', 'one voice of three', held({ a: 'consent' })],
  ['rejected', 'nobody wants it, nobody objects', held({ a: 'abstention', b: 'abstention' })],
  ['changed', 'adopted, then edited', changed(held(both))],
  ['draft', 'blocked, then edited', changed(held({ a: 'consent', b: 'objection' }))],
  ['void', 'edited while it was open', changed(held('open'))],
  [
    'withdrawn',
    'withdrawn, whatever was decided',
    {
      ...held(both),
      [PATH]: proposal('Un guichet par commune', 'withdrawn: {date: 2025-03-10, reason: Fait.}\n'),
    },
  ],
  [
    'merged',
    'replaced, whatever was decided',
    { ...held(both), [PATH]: proposal('Un guichet par commune', 'replaced-by: courrier\n') },
  ],
])('%s: %s', (status, _, files) => {
  expect(statusOn('2025-03-21', files)).toBe(status)
})

function sentence(files: Files, day = '2025-03-21'): string | undefined {
  const why = tally(programmeOf(files), day).find(({ proposal: id }) => id === 'guichet')?.why
  return why && sentenceOf({ rule: STATUS_RULE, ...why }, { [STATUS_RULE]: statusMessages }, 'fr')
}

it('an objection that comes late asks for a review of what was adopted, and of nothing else', {
  tags: ['long'],
}, () => {
  const late = (files: Files) =>
    applied(files, (programme) =>
      planStance(programme, 'c', 'guichet', {
        stance: 'objection',
        day: '2025-03-22',
        argument: 'Parce que.',
      }),
    )
  expect(sentence(late(held(both)), '2025-03-22')).toMatch(
    /^adoptée le 21 mars 2025 ; 1 objection est arrivée depuis/,
  )
  expect(sentence(late(held({ a: 'consent' })), '2025-03-22')).toBe(
    'non adoptée, faute de quorum, le 21 mars 2025',
  )
})

it('blocked, it says by how many objections', () => {
  expect(sentence(held({ a: 'consent', b: 'objection' }))).toBe(
    'bloquée par 1 objection le 21 mars 2025',
  )
  expect(sentence(held({ a: 'objection', b: 'objection' }))).toBe(
    'bloquée par 2 objections le 21 mars 2025',
  )
})

it('open, then overdue: its last day is over, and nobody closed it', () => {
  expect(statusOn('2025-03-20', held('open'))).toBe('open')
  expect(statusOn('2025-03-21', held('open'))).toBe('overdue')
  expect(statusOn('2025-03-21', changed(held('open')))).toBe('void')
})

it('a void round that was written down decides nothing: what was decided before still holds', {
  tags: ['long'],
}, () => {
  const void1 = applied(changed(held('open')), (programme) =>
    planClosing(programme, 'guichet', '2025-03-10'),
  )
  expect(statusOn('2025-03-21', void1)).toBe('draft')
  const reopened = changed(
    applied(held(both), (programme) =>
      planOpening(programme, 'guichet', { day: '2025-04-01', closes: '2025-04-20' }),
    ),
    'Trois guichets',
  )
  const void2 = applied(reopened, (programme) => planClosing(programme, 'guichet', '2025-04-10'))
  expect(statusOn('2025-04-21', void2)).toBe('changed')
  expect(statusOn('2025-04-21', changed(void2, 'Un guichet par commune'))).toBe('adopted')
})

it('a withdrawal counts from its day on', () => {
  const files = {
    ...sampleFiles,
    [PATH]: proposal('Un guichet', 'withdrawn: {date: 2025-03-10, reason: Fait.}\n'),
  }
  expect(statusOn('2025-03-09', files)).toBe('draft')
  expect(statusOn('2025-03-10', files)).toBe('withdrawn')
})

it('a second round replaces the first result', { tags: ['long'] }, () => {
  const results: readonly (readonly [Result, Files])[] = [
    ['adopted', held({ a: 'consent', b: 'objection' }, both)],
    ['blocked', held(both, { a: 'objection', b: 'consent' })],
  ]
  for (const [result, files] of results) expect(statusOn('2025-05-01', files)).toBe(result)
})
