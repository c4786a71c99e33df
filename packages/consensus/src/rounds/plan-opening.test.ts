import { buildProgramme, FILE_START, type Finding } from '@cahier/core'
import { expect, it } from 'vitest'
import {
  applied,
  type Files,
  programmeOf,
  proposal,
  refusalOf,
  sampleFiles,
} from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { planClosing } from './plan-closing.ts'
import { planOpening } from './plan-opening.ts'

const opening = { day: '2025-02-01', closes: '2025-02-20' }
const open = (files: Files, on = opening) => planOpening(programmeOf(files), 'guichet', on)
const PATH = 'axes/services/guichet.md'

it('freezes the text and the members of that day alone', () => {
  const { files } = open(sampleFiles)
  expect(files.map(({ path, replaces }) => [path, replaces ?? false])).toEqual([
    ['decisions/guichet.yaml', false],
    ['decisions/guichet/2025-02-01/text.md', false],
  ])
  expect(files[1]?.content).toBe(sampleFiles[PATH])
  const [round] =
    programmeOf(applied(sampleFiles, () => open(sampleFiles))).decisions[0]?.rounds ?? []
  expect(round).toMatchObject({
    ...{ opened: '2025-02-01', closes: '2025-02-20' },
    electorate: { a: 1, b: 1 },
    outcome: null,
    rulings: [],
  })
  expect(
    open(sampleFiles, { day: '2025-03-01', closes: '2025-03-20' }).files[0]?.content,
  ).toContain('      c: 1\n')
  expect(
    open(sampleFiles, { day: '2025-06-01', closes: '2025-06-20' }).files[0]?.content,
  ).not.toContain('      c: 1\n')
})

it('opens on one that is withdrawn after the round has ended', () => {
  const leaving = {
    ...sampleFiles,
    [PATH]: proposal('T', 'withdrawn: {date: 2025-02-21, reason: Fait.}\n'),
  }
  expect(open(leaving).files).toHaveLength(2)
})

it('takes the rule of the axis where there is one', () => {
  const files = {
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
      'decision: {',
      'decision: {rules: {services: {method: consent, minimum-consents: 2}}, ',
    ),
  }
  expect(open(files).files[0]?.content).toContain(
    '    rule: {method: consent, minimum-consents: 2}\n',
  )
})

it.each<[string, Files, readonly unknown[]]>([
  [
    'one that is withdrawn',
    { [PATH]: proposal('T', 'withdrawn: {date: 2025-01-05, reason: Fait.}\n') },
    ['withdrawn', { id: 'guichet' }],
  ],
  [
    'one that is withdrawn before the round would end',
    { [PATH]: proposal('T', 'withdrawn: {date: 2025-02-15, reason: Fait.}\n') },
    ['withdrawnBefore', { id: 'guichet', date: '2025-02-15', closes: '2025-02-20' }],
  ],
  [
    'one merged into another',
    { [PATH]: proposal('T', 'replaced-by: courrier\n') },
    ['merged', { id: 'guichet', by: 'courrier' }],
  ],
  [
    'one whose head cannot be read',
    { [PATH]: proposal('"Un" guichet') },
    ['unreadable', { path: PATH }],
  ],
  [
    'one that lacks a key and a section',
    { [PATH]: proposal('T').replace('horizon: court\n', '').replace('Un constat.\n', '') },
    ['incomplete', { id: 'guichet', missing: ['horizon', '## Pourquoi'] }],
  ],
  [
    'one whose template was left in a section',
    { [PATH]: proposal('T').replace('Un constat.\n', 'À écrire.\n') },
    ['incomplete', { id: 'guichet', missing: ['## Pourquoi'] }],
  ],
  [
    'decisions that cannot be read',
    { 'decisions/guichet.yaml': 'proposal: guichet\nrounds: [{\n' },
    ['unreadable', { path: 'decisions/guichet.yaml' }],
  ],
  [
    'a rule that asks who was told, when nothing says so',
    {
      'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
        '{method: consent, quorum: {at-least: 1/2}}',
        '{method: lazy, days: 15, otherwise: {method: consent}}',
      ),
    },
    ['untold', { members: ['a', 'b'], day: '2025-02-01' }],
  ],
  [
    'a rule that is not whole: a majority that names no base',
    {
      'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
        '{method: consent, quorum: {at-least: 1/2}}',
        '{method: majority, at-least: 2/3}',
      ),
    },
    ['unreadable', { path: 'programme.yaml' }],
  ],
])('refuses %s', (_, files, refusal) => {
  expect(refusalOf(open({ ...sampleFiles, ...files }))).toEqual([refusal])
})

it.each<[string, string, string]>([
  [
    'is indented with a tab',
    'collectives/b.yaml',
    'name: B\njoined: 2025-01-01\n\tkind: association\n',
  ],
  ['has a day that does not exist', 'collectives/b.yaml', 'name: B\njoined: 2025-02-30\n'],
  [
    'holds a merge conflict',
    'collectives/b.yaml',
    '<<<<<<< HEAD\nname: B\n=======\nname: BB\n>>>>>>> b\njoined: 2025-01-01\n',
  ],
  ['has capitals in its name', 'collectives/B.yaml', 'name: B\njoined: 2025-01-01\n'],
])('leaves out no member whose file %s', (_, path, text) => {
  expect(refusalOf(open({ ...sampleFiles, [path]: text }))).toEqual([['unreadable', { path }]])
})

it.each(['encoding', 'link', 'unreadable'])(
  'leaves out no member whose file was not read: %s',
  (message) => {
    const sources = Object.entries(sampleFiles).flatMap(([path, text]) =>
      path === 'collectives/b.yaml' ? [] : [{ path, text }],
    )
    const findings: Finding[] = [
      {
        rule: 'structure/folder',
        severity: 'error',
        message,
        data: {},
        path: 'collectives/b.yaml',
        place: FILE_START,
      },
    ]
    expect(
      refusalOf(planOpening(buildProgramme({ sources, assets: [], findings }), 'guichet', opening)),
    ).toEqual([['unreadable', { path: 'collectives/b.yaml' }]])
  },
)

it('refuses impossible days, and a round without members', () => {
  expect(refusalOf(open(sampleFiles, { day: '2025-02-01', closes: '2025-02-01' }))).toEqual([
    ['closesBefore', { closes: '2025-02-01', day: '2025-02-01' }],
  ])
  expect(refusalOf(open(sampleFiles, { day: '2024-02-01', closes: '2024-02-20' }))).toEqual([
    ['noMember', {}],
  ])
})

it('names the proposal that was meant', () => {
  expect(refusalOf(planOpening(programmeOf(sampleFiles), 'guichets', opening))).toEqual([
    ['noProposal', { id: 'guichets', near: 'guichet' }],
  ])
})

it('freezes no weight that is not a whole number, where the rule weighs', () => {
  const weighing =
    'decision: {default: {method: double-majority, members: {at-least: 1/2}, weight: {at-least: 1/2}}}'
  const weighed = (weight: string) => ({
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(/^decision: .*$/m, weighing),
    'collectives/a.yaml': `${sampleFiles['collectives/a.yaml']}weight: {value: 3, source: Bilan.}\n`,
    'collectives/b.yaml': `${sampleFiles['collectives/b.yaml']}weight: {value: ${weight}, source: Bilan.}\n`,
  })
  expect(open(weighed('2')).files[0]?.content).toContain('      b: 2\n')
  for (const weight of ['1.5', '-2', '0'])
    expect(refusalOf(open(weighed(weight)))).toEqual([['noWeight', { members: ['b'] }]])
})

it('one round at a time, and one a day', () => {
  const opened = applied(sampleFiles, () => open(sampleFiles))
  expect(refusalOf(open(opened, { day: '2025-02-02', closes: '2025-02-28' }))).toEqual([
    ['alreadyOpen', { id: 'guichet', closes: '2025-02-20' }],
  ])
  const changed = { ...opened, [PATH]: proposal('Deux guichets') }
  expect(refusalOf(open(changed))).toEqual([['sameDay', { id: 'guichet', day: '2025-02-01' }]])
})

it('no round opens on a day that an earlier one still covers', () => {
  const opened = applied(sampleFiles, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
  )
  const closed = applied(opened, (programme) => planClosing(programme, 'guichet', '2025-03-25'))
  const opening = (day: string) =>
    planOpening(programmeOf(closed), 'guichet', { day, closes: '2025-04-20' })
  expect(refusalOf(opening('2025-03-24'))).toEqual([
    ['beforeLast', { id: 'guichet', day: '2025-03-24', since: '2025-03-25' }],
  ])
  expect(opening('2025-03-25').files).toHaveLength(2)
})

it('records a round with a changed text as void, opens the next, and keeps comments', () => {
  const opened = applied(sampleFiles, () => open(sampleFiles))
  const spoken = applied(opened, (programme) =>
    planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-02-02' }),
  )
  const noted = {
    ...spoken,
    [PATH]: proposal('Deux guichets'),
    'decisions/guichet.yaml': `# tour difficile\n${spoken['decisions/guichet.yaml']}`,
  }
  const again = applied(noted, () => open(noted, { day: '2025-02-10', closes: '2025-02-28' }))
  const { rounds } = programmeOf(again).decisions[0] ?? { rounds: [] }
  expect(rounds.map(({ opened: day, outcome }) => [day, outcome?.result, outcome?.closed])).toEqual(
    [
      ['2025-02-01', 'void', '2025-02-10'],
      ['2025-02-10', undefined, undefined],
    ],
  )
  expect(rounds[0]?.outcome?.stances).toMatchObject({ a: { stance: 'consent' } })
  expect(again['decisions/guichet.yaml']).toContain('# tour difficile\n')
})
