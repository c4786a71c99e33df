import { buildProgramme } from '@cahier/core'
import { expect, it } from 'vitest'
import { outcomesAhead } from '../records/future-outcomes.ts'
import {
  applied,
  type Files,
  programmeOf,
  proposal,
  refusalOf,
  sampleFiles,
} from '../samples/sample-files.ts'
import { planStance, type StanceRequest } from '../stances/plan-stance.ts'
import { planClosing } from './plan-closing.ts'
import { planOpening } from './plan-opening.ts'

const PATH = 'axes/services/guichet.md'
const opened = applied(sampleFiles, (programme) =>
  planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)

function speak(files: Files, member: string, spoken: Partial<StanceRequest> = {}): Files {
  return applied(files, (programme) =>
    planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05', ...spoken }),
  )
}

function closed(files: Files, day = '2025-03-21') {
  const after = applied(files, (programme) => planClosing(programme, 'guichet', day))
  return programmeOf(after).decisions[0]?.rounds.at(-1)?.outcome
}

it('the last day is whole', () => {
  expect(refusalOf(planClosing(programmeOf(opened), 'guichet', '2025-03-20'))).toEqual([
    ['tooEarly', { id: 'guichet', closes: '2025-03-20' }],
  ])
  expect(closed(opened)?.result).toBe('no-quorum')
})

it('a round that a clock closed ahead of its time can be closed once that outcome is taken away, and says so', () => {
  const ahead = applied(opened, (programme) => planClosing(programme, 'guichet', '2031-01-01'))
  const findingsOf = { id: 'guichet', opened: '2025-03-01', closed: '2031-01-01' }
  expect(refusalOf(planClosing(programmeOf(ahead), 'guichet', '2025-03-21'))).toEqual([
    ['closedAhead', findingsOf],
  ])
  expect(outcomesAhead(programmeOf(ahead), '2025-03-21')).toMatchObject([
    { severity: 'warning', message: 'closedAhead', data: findingsOf },
  ])
  expect(outcomesAhead(programmeOf(ahead), '2031-01-01')).toEqual([])
  const taken = Object.entries(ahead).filter(
    ([path]) => !path.startsWith('decisions/guichet/2025-03-01/positions/'),
  )
  const mended = {
    ...Object.fromEntries(taken),
    'decisions/guichet.yaml': `${ahead['decisions/guichet.yaml']}`.replace(
      /^ +outcome:[\s\S]*/m,
      '',
    ),
  }
  expect(closed(mended)).toEqual(closed(opened))
})

it('names the new path of a renamed proposal', () => {
  const { [PATH]: text = '', ...others } = opened
  const renamed = programmeOf({ ...others, 'axes/services/accueil.md': text })
  expect(refusalOf(planClosing(renamed, 'guichet', '2025-03-21'))).toEqual([
    ['noProposal', { id: 'guichet', now: 'axes/services/accueil.md' }],
  ])
  expect(refusalOf(planClosing(renamed, 'inconnue', '2025-03-21'))).toEqual([
    ['noProposal', { id: 'inconnue', near: '' }],
  ])
})

it('records any result, with the entries as they were counted', () => {
  const consents = speak(speak(opened, 'a', { by: 'd1' }), 'b')
  expect(closed(consents)).toMatchObject({
    result: 'adopted',
    closed: '2025-03-21',
    stances: { a: { stance: 'consent', by: 'd1', state: 'fresh' }, b: { state: 'fresh' } },
  })
  const reserved = speak(consents, 'c', { stance: 'reservation', argument: 'Le coût : à suivre.' })
  expect(closed(reserved)).toMatchObject({
    result: 'adopted-with-reservations',
    stances: { c: { argument: 'Le coût : à suivre.' } },
  })
  const blocked = speak(reserved, 'c', {
    stance: 'objection',
    argument: 'Non.',
    liftsIf: 'Trois jours.',
  })
  expect(closed(blocked)).toMatchObject({
    result: 'blocked',
    stances: { c: { stance: 'objection', liftsIf: 'Trois jours.' } },
  })
  expect(
    closed(speak(speak(opened, 'a', { stance: 'abstention' }), 'b', { stance: 'abstention' }))
      ?.result,
  ).toBe('rejected')
})

it('records uncounted stances with their reason', () => {
  const late = speak(speak(opened, 'a'), 'b', { day: '2025-03-21' })
  expect(closed(late)).toMatchObject({
    result: 'no-quorum',
    stances: { b: { state: 'uncounted', why: 'afterClose' } },
  })
})

it('an objection on an earlier text still blocks', () => {
  const before = speak(sampleFiles, 'a', {
    stance: 'objection',
    argument: 'Non.',
    day: '2025-02-01',
  })
  const moved = { ...before, [PATH]: proposal('Deux guichets par commune') }
  const round = applied(moved, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
  )
  expect(closed(speak(speak(round, 'b'), 'c'))).toMatchObject({
    result: 'blocked',
    stances: { a: { state: 'stale', why: 'standing' } },
  })
})

it('copies, byte for byte, the files it counted, and no other', () => {
  const spoken = speak(opened, 'a')
  const { files } = planClosing(
    programmeOf({
      ...spoken,
      'positions/b.yaml': 'programme: exemple\ncollective: b\nserial: 1\npositions: {}\n',
    }),
    'guichet',
    '2025-03-21',
  )
  expect(files.map(({ path }) => path)).toEqual([
    'decisions/guichet.yaml',
    'decisions/guichet/2025-03-01/positions/a.yaml',
  ])
  expect(files[1]?.content).toBe(spoken['positions/a.yaml'])
})

it('is void when the text moved, or the proposal went, even before the last day', () => {
  expect(closed({ ...opened, [PATH]: proposal('Deux guichets') }, '2025-03-10')?.result).toBe(
    'void',
  )
  const spoken = speak(speak(opened, 'a'), 'b')
  expect(
    closed(
      {
        ...spoken,
        [PATH]: proposal(
          'Un guichet par commune',
          'withdrawn: {date: 2025-03-08, reason: Fait.}\n',
        ),
      },
      '2025-03-10',
    )?.result,
  ).toBe('void')
  expect(
    closed(
      { ...spoken, [PATH]: proposal('Un guichet par commune', 'replaced-by: courrier\n') },
      '2025-03-10',
    )?.result,
  ).toBe('void')
})

it('decides on a text that is withdrawn on a day to come', () => {
  const spoken = speak(speak(opened, 'a'), 'b')
  const leaving = {
    ...spoken,
    [PATH]: proposal('Un guichet par commune', 'withdrawn: {date: 2025-03-22, reason: Fait.}\n'),
  }
  expect(closed(leaving, '2025-03-21')?.result).toBe('adopted')
  expect(closed(leaving, '2025-03-22')?.result).toBe('void')
})

it('a change of reasons or of typography voids nothing', () => {
  const spoken = speak(speak(opened, 'a'), 'b')
  expect(
    closed({
      ...spoken,
      [PATH]: `${spoken[PATH]}`
        .replace('Un constat.', 'Deux constats.')
        .replace('Deux jours par', 'Deux\njours par'),
    })?.result,
  ).toBe('adopted')
})

it('refuses while the text or the manifest has errors', () => {
  const path = 'axes/services/guichet.md'
  const broken = {
    ...opened,
    [path]: `${opened[path]}`.replace('impacts: [climat]', 'impacts: [climat'),
  }
  expect(refusalOf(planClosing(programmeOf(broken), 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path }],
  ])
  const emptied = { ...opened, [path]: '' }
  expect(refusalOf(planClosing(programmeOf(emptied), 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path }],
  ])
  const unruled = {
    ...opened,
    'programme.yaml': `${opened['programme.yaml']}`.replace('sections:', 'section:'),
  }
  expect(refusalOf(planClosing(programmeOf(unruled), 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path: 'programme.yaml' }],
  ])
  // A title that lacks its quotes is read as it is meant.
  const retitled = {
    ...opened,
    [path]: `${opened[path]}`.replace(/^title: .*$/m, 'title: Un guichet : partout'),
  }
  expect(closed(retitled, '2025-03-21')?.result).toBe('void')
  // An error beside the text that was put to the members changes nothing of what they said.
  const beside = { ...speak(speak(opened, 'a'), 'b') }
  expect(
    closed({
      ...beside,
      [path]: `${beside[path]}`.replace('impacts:', 'review: 3/4/2027\nimpacts:'),
    })?.result,
  ).toBe('adopted')
})

it('refuses when there is nothing to close, or when a fact cannot be read', () => {
  expect(refusalOf(planClosing(programmeOf(sampleFiles), 'guichet', '2025-03-21'))).toEqual([
    ['noRound', { id: 'guichet' }],
  ])
  expect(refusalOf(planClosing(programmeOf(sampleFiles), 'guiche', '2025-03-21'))).toEqual([
    ['noProposal', { id: 'guiche', near: 'guichet' }],
  ])
  const broken = { ...opened, 'positions/b.yaml': 'collective: b\npositions: {' }
  expect(refusalOf(planClosing(programmeOf(broken), 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path: 'positions/b.yaml' }],
  ])
  const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }
  const unread = buildProgramme({
    sources: Object.entries(opened).map(([path, text]) => ({ path, text })),
    assets: [],
    findings: [
      {
        rule: 'structure/folder',
        severity: 'error',
        message: 'encoding',
        data: {},
        path: 'positions/c.yaml',
        place,
      },
    ],
  })
  expect(refusalOf(planClosing(unread, 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path: 'positions/c.yaml' }],
  ])
  const renamed = (path: string, severity: 'error' | 'warning', meant: string) =>
    buildProgramme({
      sources: Object.entries(opened).map(([path, text]) => ({ path, text })),
      assets: [],
      findings: [
        { rule: 'structure/folder', severity, message: 'extension', data: { meant }, path, place },
      ],
    })
  expect(
    refusalOf(planClosing(renamed('positions/b.yml', 'error', 'b.yaml'), 'guichet', '2025-03-21')),
  ).toEqual([['unreadable', { path: 'positions/b.yml' }]])
  // A positions file saved as text; notes name no member.
  expect(
    refusalOf(
      planClosing(renamed('positions/b.txt', 'warning', 'b.yaml'), 'guichet', '2025-03-21'),
    ),
  ).toEqual([['unreadable', { path: 'positions/b.txt' }]])
  expect(
    planClosing(renamed('positions/notes.txt', 'warning', 'notes.yaml'), 'guichet', '2025-03-21')
      .findings,
  ).toEqual([])
})

it('closes the latest round, for any order in the file', () => {
  const [head = '', round = ''] = `${opened['decisions/guichet.yaml']}`.split(/(?=^ {2}- opened)/m)
  const older = round
    .replace('2025-03-01', '2025-02-01')
    .replace('2025-03-20', '2025-02-20')
    .replace(
      /$/,
      `    outcome: {result: no-quorum, closed: 2025-02-21, stances: {}, seal: v1-${'0'.repeat(64)}}\n`,
    )
  const swapped = {
    ...speak(speak(opened, 'a'), 'b'),
    'decisions/guichet.yaml': `${head}${round}${older}`,
  }
  const after = applied(swapped, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  expect(
    programmeOf(after).decisions[0]?.rounds.map(({ opened: day, outcome }) => [
      day,
      outcome?.result,
    ]),
  ).toEqual([
    ['2025-02-01', 'no-quorum'],
    ['2025-03-01', 'adopted'],
  ])
})

it('decides nothing while the file of a member is gone, or cannot be read: it holds its keys, and whether it left', () => {
  const files = speak(opened, 'a')
  const { 'collectives/b.yaml': _, ...without } = files
  expect(refusalOf(planClosing(programmeOf(without), 'guichet', '2025-03-21'))).toEqual([
    ['memberFileGone', { id: 'b' }],
  ])
  const path = 'collectives/b.yaml'
  expect(
    refusalOf(
      planClosing(programmeOf({ ...files, [path]: 'name: [B\n' }), 'guichet', '2025-03-21'),
    ),
  ).toEqual([['unreadable', { path }]])
  expect(closed({ ...files, 'collectives/z.yaml': 'name: [Z\n' })?.result).toBe('no-quorum')
})
