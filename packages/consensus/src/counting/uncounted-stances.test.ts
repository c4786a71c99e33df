import { sentenceOf } from '@cahier/core'
import { expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { tally } from './tally.ts'
import { uncountedStances } from './uncounted-stances.ts'

const PATH = 'positions/a.yaml'
const spoken = applied(sampleFiles, (programme) =>
  planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-03-05' }),
)

function said(files: Files, day: string): readonly string[] {
  return uncountedStances(programmeOf(files), day).map((finding) => {
    const { line, column } = finding.place.start
    return `${finding.path}:${line}:${column} ${finding.severity} ${sentenceOf(finding, consensusMessages, 'en')}`
  })
}

it('a stance on the current text, of today, is counted in silence', () => {
  expect(said(spoken, '2025-03-05')).toEqual([])
})

it('gives the missing line of a stance that names no text', () => {
  const digest = programmeOf(spoken).proposals.find(({ id }) => id === 'guichet')?.normative
  const files = { ...spoken, [PATH]: `${spoken[PATH]}`.replace(/^ +text: .*\n/m, '') }
  const [only, ...more] = said(files, '2025-03-05')
  expect(more).toEqual([])
  expect(only).toMatch(/^positions\/a\.yaml:6:13 warning this stance does not count/)
  expect(only).toContain(`Write: text: ${digest}`)
})

it('calls a digest mistyped when it differs by one or two characters', () => {
  const digest = `${programmeOf(spoken).proposals.find(({ id }) => id === 'guichet')?.normative}`
  const typed = (text: string) =>
    said({ ...spoken, [PATH]: `${spoken[PATH]}`.replace(digest, text) }, '2025-03-05')
  const other = digest.endsWith('00') ? '11' : '00'
  const [only, ...more] = typed(`${digest.slice(0, -2)}${other}`)
  expect(more).toEqual([])
  expect(only).toMatch(/^positions\/a\.yaml:8:11 warning this digest is that of no text/)
  expect(only).toContain(`write: text: ${digest}`)
  expect(typed(`v1-${'0'.repeat(64)}`)).toEqual([])
})

it('does not call a collective with a faulty file an outsider', () => {
  expect(said({ ...spoken, 'collectives/a.yaml': 'name: [A\n' }, '2025-03-05')).toEqual([])
  expect(
    said(
      { ...spoken, 'collectives/a.yaml': 'name: A\nkind: association\njoined: 2025-03-06\n' },
      '2025-03-05',
    ),
  ).toHaveLength(1)
})

it('a stance dated tomorrow does not count today', () => {
  expect(said(spoken, '2025-03-04')).toEqual([
    'positions/a.yaml:7:11 warning this stance does not count yet: it is dated 5 March 2025, which is in the future',
  ])
})

const opened = applied(sampleFiles, (programme) =>
  planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)
const late = applied(opened, (programme) =>
  planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-03-21' }),
)

it('reports a stance after the last day: a warning until the close, a note later', () => {
  const sentence =
    'this stance is kept, but does not count: it is dated 21 March 2025, and the round ended on the evening of 20 March 2025. It would count in another round on this text'
  expect(said(late, '2025-03-22')).toEqual([`positions/a.yaml:7:11 warning ${sentence}`])
  const closed = applied(late, (programme) => planClosing(programme, 'guichet', '2025-03-22'))
  expect(said(closed, '2025-03-22')).toEqual([`positions/a.yaml:7:11 info ${sentence}`])
})

it('a late stance on an older text must be given again, unless it is an objection', () => {
  const PROPOSAL = 'axes/services/guichet.md'
  const from = (stance: 'consent' | 'objection') => {
    const old = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', { stance, argument: 'Non.', day: '2025-03-21' }),
    )
    const edited = { ...old, [PROPOSAL]: `${old[PROPOSAL]}`.replace('Deux jours', 'Trois jours') }
    const round = applied(edited, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
    )
    return said(
      applied(round, (programme) => planClosing(programme, 'guichet', '2025-03-22')),
      '2025-03-23',
    ).join()
  }
  expect(from('consent')).toContain(
    'It is about a text that has changed since: in another round it would have to be given again',
  )
  expect(from('objection')).toContain('It would count in another round on this text')
})

it('reports a stance dated within a round that came after its close', () => {
  const both = (['a', 'b'] as const).reduce(
    (files, member) =>
      applied(files, (programme) =>
        planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05' }),
      ),
    opened,
  )
  const closed = applied(both, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  const objection = { stance: 'objection', argument: 'Trop cher.', day: '2025-03-20' } as const
  const after = applied(closed, (programme) => planStance(programme, 'c', 'guichet', objection))
  expect(said(closed, '2025-03-22')).toEqual([])
  expect(said(after, '2025-03-22')).toEqual([
    'positions/c.yaml:6:13 info this stance is kept, but does not count: the round was closed without it, on 21 March 2025. It would count in another round on this text',
  ])
  const verdict = tally(programmeOf(after), '2025-03-22').find(
    ({ proposal }) => proposal === 'guichet',
  )
  expect(verdict).toMatchObject({
    status: 'adopted',
    why: { data: { late: 1 } },
    tally: { consent: 2, objection: 0 },
  })
  expect(verdict?.stances.c).toMatchObject({ counted: false, why: 'afterClose' })
})

it('so is the stance of a collective that joined once the round was open, or that is not in yet', () => {
  const joined = {
    ...opened,
    'collectives/n.yaml': 'name: N\nkind: association\njoined: 2025-03-02\n',
  }
  const newcomer = applied(joined, (programme) =>
    planStance(programme, 'n', 'guichet', { stance: 'consent', day: '2025-03-05' }),
  )
  expect(said(newcomer, '2025-03-05')).toEqual([
    'positions/n.yaml:6:13 warning this stance does not count: “n” was not a member when the round opened on 1 March 2025',
  ])
  const early = applied(joined, (programme) =>
    planStance(programme, 'n', 'courrier', { stance: 'consent', day: '2025-03-01' }),
  )
  expect(said(early, '2025-03-01')).toEqual([
    'positions/n.yaml:6:13 info this stance does not count: “n” is not a member of the programme on that day (joined and left, in collectives/n.yaml)',
  ])
  expect(said(early, '2025-03-02')).toEqual([])
})

it('reports a digest of another proposal, but not one of an earlier text', () => {
  const courrier = programmeOf(sampleFiles).proposals.find(({ id }) => id === 'courrier')?.normative
  const replayed = {
    ...spoken,
    [PATH]: `${spoken[PATH]}`.replace(/text: v1-\w+/, `text: ${courrier}`),
  }
  expect(said(replayed, '2025-03-05')).toEqual([
    'positions/a.yaml:8:11 warning this stance does not count: this digest is that of a text of “courrier”, not of “guichet”',
  ])
  const moved = {
    ...spoken,
    'axes/services/guichet.md': `${spoken['axes/services/guichet.md']}`.replace(
      'Deux jours',
      'Trois jours',
    ),
  }
  expect(said(moved, '2025-03-05')).toEqual([])
})
