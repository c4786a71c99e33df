import { describe, expect, it } from 'vitest'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, proposal, sampleFiles } from '../samples/sample-files.ts'
import { changedSinceStance } from '../since/changed-since-stance.ts'
import { planStance } from '../stances/plan-stance.ts'
import { dutiesOf } from './duties.ts'
import { tally } from './tally.ts'

const PATH = 'axes/services/guichet.md'
const opened = applied(sampleFiles, (programme) =>
  planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)
const spoken = (['a', 'b'] as const).reduce(
  (files, member) =>
    applied(files, (programme) =>
      planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05' }),
    ),
  opened,
)
const closed = applied(spoken, (programme) => planClosing(programme, 'guichet', '2025-03-25'))

function verdict(files: Files, day: string) {
  const found = tally(programmeOf(files), day).find(({ proposal: id }) => id === 'guichet')
  if (found === undefined) throw new Error('no verdict')
  return found
}

describe('the day one looks', () => {
  it('before the round, there is no round and no stance', () => {
    expect(verdict(closed, '2025-02-28')).toMatchObject({
      status: 'draft',
      round: null,
      electorate: ['a', 'b'],
      missing: ['a', 'b'],
    })
  })

  it('during it, from its first day, gives the stances of that day', () => {
    expect(verdict(closed, '2025-03-01')).toMatchObject({
      status: 'open',
      electorate: ['a', 'b', 'c'],
    })
    expect(verdict(closed, '2025-03-04')).toMatchObject({
      status: 'open',
      missing: ['a', 'b', 'c'],
      stances: { a: { counted: false, why: 'future' } },
    })
    expect(verdict(closed, '2025-03-05')).toMatchObject({
      status: 'open',
      missing: ['c'],
      tally: { electorate: 3, consent: 2, silent: 1 },
    })
    expect(verdict(closed, '2025-03-05').why).toMatchObject({
      message: 'open',
      data: { missing: 1, objections: 0 },
    })
  })

  it('after its last day it is overdue until the day it was closed', () => {
    expect(verdict(closed, '2025-03-24')).toMatchObject({
      status: 'overdue',
      round: { outcome: null },
    })
    expect(verdict(closed, '2025-03-25')).toMatchObject({
      status: 'adopted',
      round: { outcome: { result: 'adopted' } },
    })
  })

  it('a member that left belongs to earlier rounds only', () => {
    expect(verdict(closed, '2025-07-01').electorate).toEqual(['a', 'b', 'c'])
    expect(verdict(sampleFiles, '2025-05-31').electorate).toEqual(['a', 'b', 'c'])
    expect(verdict(sampleFiles, '2025-06-01').electorate).toEqual(['a', 'b'])
  })

  it('a ruling is not seen before its day', () => {
    const files = {
      ...spoken,
      'programme.yaml': `${spoken['programme.yaml']}`.replace(
        '1/2}}}',
        '1/2}}, rulings: [recused], facilitators: [f]}',
      ),
      'decisions/guichet.yaml': `${spoken['decisions/guichet.yaml']}    rulings: [{on: a, ruling: recused, by: f, date: 2025-03-10, reason: Concerné.}]\n`,
    }
    expect(verdict(files, '2025-03-09').tally.electorate).toBe(3)
    expect(verdict(files, '2025-03-10').tally.electorate).toBe(2)
    const over = applied(files, (programme) => planClosing(programme, 'guichet', '2025-03-25'))
    const since = { ...over, 'programme.yaml': `${spoken['programme.yaml']}` }
    expect(
      verdict(since, '2025-04-01').tally.electorate,
      'once closed, whatever the programme allows since',
    ).toBe(2)
  })
})

it('after a void round, the members of the day may take part', () => {
  const moved = { ...opened, [PATH]: proposal('Deux guichets par commune') }
  const over = applied(moved, (programme) => planClosing(programme, 'guichet', '2025-03-10'))
  const back: Files = {
    ...over,
    [PATH]: `${opened[PATH]}`,
    'collectives/d.yaml': 'name: D\nkind: association\njoined: 2025-03-15\n',
  }
  const spoken = applied(back, (programme) =>
    planStance(programme, 'd', 'guichet', { stance: 'consent', day: '2025-03-25' }),
  )
  expect(verdict(spoken, '2025-03-25')).toMatchObject({
    status: 'draft',
    electorate: ['a', 'b', 'c', 'd'],
    stances: { d: { counted: true } },
  })
})

describe('once the text has moved on from a closed round', () => {
  const moved = { ...closed, [PATH]: proposal('Deux guichets par commune') }

  it('all members are asked again', () => {
    expect(verdict(moved, '2025-04-01')).toMatchObject({
      status: 'changed',
      missing: ['a', 'b', 'c'],
      stances: { a: { state: 'stale', counted: false, why: 'textChanged' } },
    })
  })

  it('stances on the new text count before a round opens', () => {
    const again = applied(moved, (programme) =>
      planStance(programme, 'a', 'guichet', {
        stance: 'reservation',
        argument: 'Le coût.',
        day: '2025-04-02',
      }),
    )
    expect(verdict(again, '2025-04-03')).toMatchObject({
      missing: ['b', 'c'],
      stances: { a: { state: 'fresh', counted: true } },
      tally: { reservation: 1, silent: 2 },
    })
  })
})

describe('a late voice on a closed round', () => {
  const late = (stance: 'consent' | 'objection', files = closed) =>
    verdict(
      applied(files, (programme) =>
        planStance(programme, 'c', 'guichet', { stance, argument: 'Non.', day: '2025-04-02' }),
      ),
      '2025-04-03',
    )

  it('is shown, and does not count', () => {
    expect(late('objection')).toMatchObject({
      status: 'adopted',
      stances: { c: { counted: false, why: 'afterClose' } },
    })
  })

  it('a late objection is given beside the result, apart from counted ones', () => {
    expect(late('objection').why.data).toMatchObject({ late: 1, objections: 0 })
    expect(late('consent').why.data).toMatchObject({ late: 0, objections: 0 })
    const against = applied(spoken, (programme) =>
      planStance(programme, 'b', 'guichet', {
        stance: 'objection',
        argument: 'Non.',
        day: '2025-03-06',
      }),
    )
    const blocked = applied(against, (programme) => planClosing(programme, 'guichet', '2025-03-25'))
    expect(late('consent', blocked)).toMatchObject({
      status: 'blocked',
      why: { data: { late: 0, objections: 1 } },
    })
  })
})

it('a file of another programme or of an outsider is shown and does not count', () => {
  const foreign = {
    ...spoken,
    'positions/a.yaml': `${spoken['positions/a.yaml']}`.replace(
      'programme: exemple',
      'programme: autre',
    ),
  }
  expect(verdict(foreign, '2025-03-06')).toMatchObject({
    missing: ['a', 'c'],
    stances: { a: { why: 'otherProgramme' } },
  })
  const guest = {
    ...spoken,
    'positions/z.yaml': `${spoken['positions/a.yaml']}`.replace('collective: a', 'collective: z'),
  }
  expect(verdict(guest, '2025-03-06')).toMatchObject({
    tally: { electorate: 3, consent: 2 },
    stances: { z: { counted: false, why: 'notMember' } },
  })
})

it('a stance that an outcome left out does not count once its file is corrected', () => {
  const path = 'positions/a.yaml'
  const right = spoken[path] as string
  const foreign = { ...spoken, [path]: right.replace('programme: exemple', 'programme: autre') }
  const decided = applied(foreign, (programme) => planClosing(programme, 'guichet', '2025-03-25'))
  expect(verdict({ ...decided, [path]: right }, '2025-03-26')).toMatchObject({
    tally: { consent: 1 },
    stances: { a: { counted: false, why: 'otherProgramme' } },
  })
})

it('before any round, the stance of an outsider is shown and does not count', () => {
  const text = applied(sampleFiles, (programme) =>
    planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-02-10' }),
  )
  const early = {
    ...text,
    'positions/z.yaml': `${text['positions/a.yaml']}`.replace('collective: a', 'collective: z'),
  }
  expect(verdict(early, '2025-02-11')).toMatchObject({
    tally: { electorate: 2, consent: 1 },
    stances: { z: { stance: 'consent', date: '2025-02-10', counted: false, why: 'noMember' } },
  })
})

it('a name that every object has is a stranger like another', () => {
  const round = applied(sampleFiles, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
  )
  const joined = {
    ...round,
    'collectives/constructor.yaml': 'name: Constructeurs\nkind: association\njoined: 2025-03-02\n',
  }
  const spoken = applied(joined, (programme) =>
    planStance(programme, 'constructor', 'guichet', { stance: 'consent', day: '2025-03-03' }),
  )
  const [verdict] = tally(programmeOf(spoken), '2025-03-03').filter(
    ({ proposal: id }) => id === 'guichet',
  )
  expect(verdict?.stances.constructor).toMatchObject({ counted: false, why: 'notMember' })
  expect(verdict?.tally.consent).toBe(0)
})

it('a file that names another member does not count', () => {
  const taken = {
    ...opened,
    'positions/b.yaml': `${spoken['positions/b.yaml']}`.replace('collective: b', 'collective: a'),
  }
  expect(verdict(taken, '2025-03-06')).toMatchObject({
    missing: ['a', 'b', 'c'],
    stances: { b: { counted: false, why: 'otherCollective' } },
  })
})

it('a member that left before any round does not count', () => {
  const said = applied(sampleFiles, (programme) =>
    planStance(programme, 'b', 'guichet', { stance: 'consent', day: '2025-02-10' }),
  )
  const left = { ...said, 'collectives/b.yaml': `${said['collectives/b.yaml']}left: 2025-02-20\n` }
  expect(verdict(left, '2025-02-21')).toMatchObject({
    electorate: ['a'],
    stances: { b: { counted: false, why: 'noMember' } },
  })
})

it('a member that leaves during a round is absent from that day on', () => {
  const left = {
    ...spoken,
    'collectives/b.yaml': `${spoken['collectives/b.yaml']}left: 2025-03-10\n`,
  }
  expect(verdict(left, '2025-03-09').missing).toEqual(['c'])
  expect(verdict(left, '2025-03-10')).toMatchObject({
    missing: ['b', 'c'],
    tally: { electorate: 3 },
    stances: { b: { counted: false, why: 'left' } },
  })
})

it('recipients and answers depend on the day', () => {
  const files = {
    ...sampleFiles,
    'transmissions/parti.yaml':
      'name: Parti\nkind: partis\nhanded:\n  - {edition: "1", date: 2025-04-01, proposals: [guichet], answers: [{proposal: guichet, answer: partly, date: 2025-05-01}]}\n  - {edition: "2", date: 2025-06-01, proposals: [guichet]}\n',
    'transmissions/syndicat.yaml':
      'name: Syndicat\nkind: syndicats\nhanded:\n  - {edition: "1", date: 2025-04-01, proposals: [guichet, maison], answers: [{proposal: maison, answer: taken-up, date: 2025-04-01}, {proposal: guichet, answer: refused, date: 2025-04-01}]}\n',
  }
  const findingsOf = (day: string) => [verdict(files, day).handedOver, verdict(files, day).takenUp]
  expect([
    findingsOf('2025-03-31'),
    findingsOf('2025-04-01'),
    findingsOf('2025-05-01'),
    findingsOf('2025-06-01'),
  ]).toEqual([
    [[], []],
    [['parti', 'syndicat'], []],
    [['parti', 'syndicat'], ['parti']],
    [['parti', 'syndicat'], ['parti']],
  ])
})

it('names of object properties are safe as names of collectives, proposals and axes', () => {
  const files = applied(
    {
      ...sampleFiles,
      'collectives/constructor.yaml': `${sampleFiles['collectives/b.yaml']}`,
      'axes/constructor/maison.md': proposal('Une maison par commune'),
      'axes/services/constructor.md': proposal('Une école par commune'),
    },
    (programme) => planOpening(programme, 'maison', { day: '2025-03-02', closes: '2025-03-20' }),
  )
  const programme = programmeOf(files)
  const verdicts = tally(programme, '2025-03-03')
  expect(verdicts.map(({ proposal: id, stances }) => [id, stances.constructor])).toEqual([
    ['constructor', undefined],
    ['courrier', undefined],
    ['guichet', undefined],
    ['maison', undefined],
  ])
  expect(dutiesOf(programme, verdicts, 'constructor', '2025-03-03')).toMatchObject([
    { proposal: 'maison', task: 'answer', why: '' },
  ])
  expect(changedSinceStance(programme, verdicts, 'constructor', () => [])).toEqual([])
})

it('gives the same verdicts for some proposals, and reads no other text', () => {
  const programme = programmeOf(closed)
  const all = tally(programme, '2025-03-26')
  const unread = programme.proposals.map((one) =>
    Object.defineProperty(Object.create(one), 'normative', {
      get: () => {
        throw new Error(`${one.id} was read`)
      },
    }),
  )
  for (const [rank, own] of programme.proposals.entries()) {
    const proposals = unread.with(rank, own)
    expect(tally({ ...programme, proposals }, '2025-03-26', [own])).toEqual(
      all.slice(rank, rank + 1),
    )
  }
})
