import { buildProgramme } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, programmeOf, proposal, refusalOf, sampleFiles } from '../samples/sample-files.ts'
import { planBallot, planStance } from './plan-stance.ts'

const PATH = 'positions/a.yaml'
const guichet = programmeOf(sampleFiles).proposals.find(({ id }) => id === 'guichet')?.normative
const consent = { stance: 'consent', day: '2025-03-05' } as const

describe('a stance', () => {
  it('is bound to the text of that moment', () => {
    const { files } = planStance(programmeOf(sampleFiles), 'a', 'guichet', {
      ...consent,
      by: 'd1',
      argument: ' Oui : bien. ',
    })
    expect(files).toEqual([
      {
        path: PATH,
        replaces: false,
        content: `programme: exemple\ncollective: a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-03-05\n    text: ${guichet}\n    by: d1\n    argument: >-\n      Oui : bien.\n`,
      },
    ])
  })

  it('replaces the one before, and leaves the others', () => {
    const first = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', { ...consent, stance: 'objection', argument: 'Non.' }),
    )
    const other = applied(first, (programme) => planStance(programme, 'a', 'courrier', consent))
    const changed = applied(other, (programme) =>
      planStance(programme, 'a', 'guichet', { ...consent, day: '2025-03-09' }),
    )
    const [positions] = programmeOf(changed).positions
    expect(positions?.serial).toBe(3)
    expect(
      positions?.stances.map((one) => [one.proposal, one.stance, one.date, one.argument]),
    ).toEqual([
      ['courrier', 'consent', '2025-03-05', ''],
      ['guichet', 'consent', '2025-03-09', ''],
    ])
  })

  it('is not written on a text with errors', () => {
    const path = 'axes/services/guichet.md'
    for (const text of [
      '',
      `${sampleFiles[path]}`.replace('impacts: [climat]', 'impacts: [climat'),
    ])
      expect(
        refusalOf(
          planStance(programmeOf({ ...sampleFiles, [path]: text }), 'a', 'guichet', consent),
        ),
      ).toEqual([['unreadable', { path }]])
    const quotes = (title: string) => ({
      ...sampleFiles,
      [path]: `${sampleFiles[path]}`.replace(/^title: .*$/m, `title: ${title}`),
    })
    const written = (title: string) =>
      planStance(programmeOf(quotes(title)), 'a', 'guichet', consent).files
    expect(written('Un guichet : partout')).toEqual(written('"Un guichet : partout"'))
  })

  it('is not called late for a round with unreadable days', () => {
    const opened = applied(sampleFiles, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
    )
    const path = 'decisions/guichet.yaml'
    const inWords = {
      ...opened,
      [path]: `${opened[path]}`.replace('closes: 2025-03-20', 'closes: 20 mars 2025'),
    }
    expect(planStance(programmeOf(inWords), 'a', 'guichet', consent)).toMatchObject({
      findings: [],
      files: [{ path: PATH }],
    })
  })

  it('is not written beside a file of the same member that has another name', () => {
    const place = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    }
    const path = 'positions/a.yaml.txt'
    const programme = buildProgramme({
      sources: Object.entries(sampleFiles).map(([path, text]) => ({ path, text })),
      assets: [],
      findings: [
        {
          rule: 'structure/folder',
          severity: 'error',
          message: 'extension',
          data: { meant: 'a.yaml' },
          path,
          place,
        },
      ],
    })
    expect(refusalOf(planStance(programme, 'a', 'guichet', consent))).toEqual([
      ['unreadable', { path }],
    ])
    expect(planStance(programme, 'b', 'guichet', consent).files).toHaveLength(1)
  })

  it('is not written into a file that bears the last serial there may be: no file after it could be read', () => {
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', consent),
    )
    const withSerial = (serial: number) =>
      programmeOf({
        ...spoken,
        [PATH]: `${spoken[PATH]}`.replace('serial: 1', `serial: ${serial}`),
      })
    const last = 999_999_999_999_999
    expect(refusalOf(planStance(withSerial(last), 'a', 'courrier', consent))).toEqual([
      ['lastSerial', { path: PATH, serial: last }],
    ])
    expect(planStance(withSerial(last - 1), 'a', 'courrier', consent).files[0]?.content).toContain(
      `serial: ${last}\n`,
    )
  })

  it('is withdrawn by taking its entry away', () => {
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', consent),
    )
    const gone = applied(spoken, (programme) =>
      planStance(programme, 'a', 'guichet', { stance: null, day: '2025-03-06' }),
    )
    expect(programmeOf(gone).positions[0]?.stances).toEqual([])
    expect(
      refusalOf(planStance(programmeOf(gone), 'a', 'guichet', { stance: null, day: '2025-03-06' })),
    ).toEqual([['noStance', { id: 'guichet' }]])
  })

  it('long sentences stay on their line, and no line end is invented', () => {
    const argument =
      'Un argument assez long pour que tout outil veuille le couper en plusieurs lignes, : et qui ne doit pas l’être, « jamais » # ni coupé.'
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', { ...consent, stance: 'objection', argument }),
    )
    expect(spoken[PATH]).toContain(`      ${argument}\n`)
    expect(programmeOf(spoken).positions[0]?.stances[0]?.argument).toBe(argument)
  })

  it.each([
    [
      'an unknown collective',
      () => planStance(programmeOf(sampleFiles), 'aa', 'guichet', consent),
      ['noCollective', { id: 'aa', near: expect.any(String) }],
    ],
    [
      'an unknown proposal',
      () => planStance(programmeOf(sampleFiles), 'a', 'guichets', consent),
      ['noProposal', { id: 'guichets', near: 'guichet' }],
    ],
    [
      'an unknown delegate',
      () => planStance(programmeOf(sampleFiles), 'a', 'guichet', { ...consent, by: 'd9' }),
      ['noDelegate', { id: 'd9', collective: 'a', delegates: ['d1'] }],
    ],
    [
      'an objection that says nothing',
      () =>
        planStance(programmeOf(sampleFiles), 'a', 'guichet', {
          ...consent,
          stance: 'objection',
          argument: ' ',
        }),
      ['noArgument', {}],
    ],
    [
      'a reservation that says nothing',
      () =>
        planStance(programmeOf(sampleFiles), 'a', 'guichet', { ...consent, stance: 'reservation' }),
      ['noArgument', {}],
    ],
  ])('is refused to %s', (_, plan, refusal) => expect(refusalOf(plan())).toEqual([refusal]))

  it('is refused on a proposal that is withdrawn or merged with others, and may still be taken back there', () => {
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', consent),
    )
    const merged = {
      ...spoken,
      'axes/services/guichet.md': proposal('Un guichet par commune', 'replaced-by: courrier\n'),
    }
    expect(refusalOf(planStance(programmeOf(merged), 'a', 'guichet', consent))).toEqual([
      ['merged', { id: 'guichet', by: 'courrier' }],
    ])
    expect(
      planStance(programmeOf(merged), 'a', 'guichet', { stance: null, day: '2025-03-06' }).files,
    ).toHaveLength(1)
    const withdrawn = (day: string) =>
      programmeOf({
        ...spoken,
        'axes/services/guichet.md': proposal(
          'Un guichet par commune',
          `withdrawn: {date: ${day}, reason: Fait.}\n`,
        ),
      })
    expect(refusalOf(planStance(withdrawn('2025-03-05'), 'a', 'guichet', consent))).toEqual([
      ['withdrawn', { id: 'guichet' }],
    ])
    expect(
      planStance(withdrawn('2025-03-06'), 'a', 'guichet', { ...consent, stance: 'abstention' })
        .files,
    ).toHaveLength(1)
  })

  it('is written with a note where it would not count', () => {
    const opened = applied(sampleFiles, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
    )
    const joined = {
      ...opened,
      'collectives/n.yaml': 'name: N\nkind: association\njoined: 2025-03-02\n',
    }
    const findingsOf = (member: string, id: string, day: string) => {
      const { files, findings } = planStance(programmeOf(joined), member, id, { ...consent, day })
      expect(files).toHaveLength(1)
      return findings.map(({ severity, message }) => `${severity} ${message}`)
    }
    expect(findingsOf('a', 'guichet', '2025-03-20')).toEqual([])
    expect(findingsOf('a', 'guichet', '2025-03-21')).toEqual(['info afterClose'])
    expect(findingsOf('n', 'guichet', '2025-03-05')).toEqual(['info notMember'])
    expect(findingsOf('n', 'courrier', '2025-03-01')).toEqual(['info outsider'])
    expect(findingsOf('n', 'courrier', '2025-03-02')).toEqual([])
  })

  it('is not written into a file with syntax errors', () => {
    const files = {
      ...sampleFiles,
      [PATH]: `programme: exemple\ncollective: a\nserial: 1\npositions:\n  courrier:\n    stance: objection\n    date: 2025-03-01\n    text: ${guichet}\n    argument: Non : trop peu\n`,
    }
    expect(refusalOf(planStance(programmeOf(files), 'a', 'guichet', consent))).toEqual([
      ['unreadable', { path: PATH }],
    ])
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', consent),
    )
    const broken = { ...spoken, [PATH]: `${spoken[PATH]}  courrier: {stance: consent, sta: 1}\n` }
    expect(
      refusalOf(planStance(programmeOf(broken), 'a', 'guichet', consent)),
      'though it says that already',
    ).toEqual([['unreadable', { path: PATH }]])
  })

  it.each([
    ['of another programme', 'programme: exemple', 'programme: autre'],
    ['of another collective', 'collective: a', 'collective: b'],
  ])('is not written into a file that says it is that %s: it would not count', (_, ours, other) => {
    const spoken = applied(sampleFiles, (programme) =>
      planStance(programme, 'a', 'guichet', consent),
    )
    const files = { ...spoken, [PATH]: `${spoken[PATH]}`.replace(ours, other) }
    for (const day of ['2025-03-05', '2025-03-06'])
      expect(
        refusalOf(planStance(programmeOf(files), 'a', 'guichet', { ...consent, day })),
      ).toEqual([['unreadable', { path: PATH }]])
  })
})

it('finds a proposal named by digits that is written without quotes', () => {
  const files = {
    ...sampleFiles,
    'axes/services/2030.md': proposal('Un plan'),
    [PATH]: `programme: exemple\ncollective: a\nserial: 1\npositions:\n  2030: {stance: consent, date: 2025-03-01, text: ${guichet}}\n`,
  }
  const spoken = applied(files, (programme) =>
    planStance(programme, 'a', '2030', { stance: 'abstention', day: '2025-03-05' }),
  )
  expect(programmeOf(spoken).positions[0]?.stances).toMatchObject([
    { proposal: '2030', stance: 'abstention' },
  ])
  expect(programmeOf(spoken).findings).toEqual([])
  const withdrawn = applied(files, (programme) =>
    planStance(programme, 'a', '2030', { stance: null, day: '2025-03-05' }),
  )
  expect(withdrawn[PATH]).toContain('positions: {}')
})

describe('a ballot', () => {
  const open = (id: string) => (programme: ReturnType<typeof programmeOf>) =>
    planOpening(programme, id, { day: '2025-03-01', closes: '2025-03-20' })
  const opened = applied(applied(sampleFiles, open('guichet')), open('courrier'))

  it('lists open and unanswered proposals, sorted, to fill in', () => {
    const spoken = applied(opened, (programme) => planStance(programme, 'a', 'courrier', consent))
    const ballot = applied(spoken, (programme) => planBallot(programme, 'a', '2025-03-06'))
    expect(ballot[PATH]).toContain(
      `  guichet:\n    stance:\n    date: 2025-03-06\n    text: ${guichet}\n`,
    )
    expect(programmeOf(ballot).positions).toMatchObject([
      {
        stances: [{ proposal: 'courrier', stance: 'consent' }],
        unfilled: [{ proposal: 'guichet', text: guichet }],
      },
    ])
    expect(programmeOf(ballot).findings).toEqual([])
  })

  it('is refused when nothing is open, or to a collective outside the electorate', () => {
    expect(refusalOf(planBallot(programmeOf(sampleFiles), 'a', '2025-03-06'))).toEqual([
      ['nothingOpen', {}],
    ])
    expect(refusalOf(planBallot(programmeOf(opened), 'a', '2025-03-21'))).toEqual([
      ['nothingOpen', {}],
    ])
    const newcomer = {
      ...opened,
      'collectives/n.yaml': 'name: N\nkind: association\njoined: 2025-03-02\n',
    }
    expect(refusalOf(planBallot(programmeOf(newcomer), 'n', '2025-03-06'))).toEqual([
      ['nothingOpen', {}],
    ])
  })

  it('leaves out closed rounds and changed texts', () => {
    const closed = applied(opened, (programme) => planClosing(programme, 'courrier', '2025-03-21'))
    const moved = { ...closed, 'axes/services/guichet.md': proposal('Deux guichets') }
    expect(refusalOf(planBallot(programmeOf(moved), 'a', '2025-03-22'))).toEqual([
      ['nothingOpen', {}],
    ])
  })
})
