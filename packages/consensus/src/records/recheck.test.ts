import { sentenceOf } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { compareSince } from '../contribution/compare-since.ts'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, proposal, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { recheck } from './recheck.ts'

const FILE = 'decisions/guichet.yaml'
const COPY = 'decisions/guichet/2025-03-01/text.md'
const COPY_OF_A = 'decisions/guichet/2025-03-01/positions/a.yaml'
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
const closed = applied(spoken, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
const DIGEST = /v1-[0-9a-f]{64}/.exec(`${closed[FILE]}`)?.[0] ?? ''
const OTHER = `v1-${'0'.repeat(64)}`
const SEAL = /^ {4}seal: (v1-\w+)$/m.exec(`${closed[FILE]}`)?.[1] ?? ''

/** The messages found, each with the first line of the text at its place. */
function findingsOf(files: Files): readonly string[] {
  return recheck(programmeOf(files)).findings.map((finding) => {
    expect(sentenceOf(finding, consensusMessages, 'en')).not.toBe('')
    const { start, end } = finding.place
    return `${finding.message} « ${files[finding.path]?.slice(start.offset, end.offset).split('\n')[0]} »`
  })
}

function edited(path: string, from: string | RegExp, to: string, files: Files = closed): Files {
  const text = `${files[path]}`
  if (text.search(from) < 0 && !text.includes(String(from)))
    throw new Error(`${path} does not hold ${from}`)
  return { ...files, [path]: text.replace(from, to) }
}

function without(path: string): Files {
  return Object.fromEntries(Object.entries(closed).filter(([one]) => one !== path))
}

it('what the tool wrote has no fault, also after texts and members change', () => {
  expect(recheck(programmeOf(closed))).toEqual({ findings: [], outcomes: 1, fates: 0, digests: 1 })
  expect(findingsOf({ ...closed, 'axes/services/guichet.md': proposal('Deux guichets') })).toEqual(
    [],
  )
  expect(
    findingsOf({
      ...closed,
      'collectives/n.yaml': 'name: N\nkind: association\njoined: 2025-03-02\n',
    }),
  ).toEqual([])
  expect(findingsOf(edited('programme.yaml', '{at-least: 1/2}', '{at-least: 2/3}'))).toEqual([])
  expect(
    findingsOf(
      applied(closed, (programme) =>
        planStance(programme, 'a', 'guichet', {
          stance: 'objection',
          argument: 'Non.',
          day: '2025-04-01',
        }),
      ),
    ),
  ).toEqual([])
})

it('names the copy or the image when a text with an image no longer fits', () => {
  const showing = {
    ...sampleFiles,
    'axes/services/guichet.md': `${sampleFiles['axes/services/guichet.md']}\n![Un guichet](../../assets/guichet.png)\n`,
  }
  const picture = {
    path: 'assets/guichet.png',
    size: 1,
    sha256: '',
    mediaType: 'image/png',
    width: 1,
    height: 1,
  }
  const shown = applied(showing, (programme) =>
    planOpening({ ...programme, assets: [picture] }, 'guichet', {
      day: '2025-03-01',
      closes: '2025-03-20',
    }),
  )
  expect(findingsOf(shown)).toEqual([])
  const other = `v1-${'0'.repeat(64)}`
  expect(
    findingsOf({ ...shown, [COPY]: `${shown[COPY]}\n![Un autre](../../assets/autre.png)\n` }),
  ).toEqual([`copyOrImageDiffers « ${/v1-[0-9a-f]{64}/.exec(`${shown[FILE]}`)?.[0] ?? other} »`])
})

it.each<[string, Files, string]>([
  ['the result', edited(FILE, 'result: adopted', 'result: blocked'), 'resultDiffers « blocked »'],
  [
    'the result, to say that it fell',
    edited(FILE, 'result: adopted', 'result: void'),
    `outcomeSeal « ${/seal: (v1-\w+)\n$/.exec(`${closed[FILE]}`)?.[1]} »`,
  ],
  [
    'the closing day',
    edited(FILE, 'closed: 2025-03-21', 'closed: 2025-03-22'),
    `outcomeSeal « ${/seal: (v1-\w+)\n$/.exec(`${closed[FILE]}`)?.[1]} »`,
  ],
  [
    'the closing day, into the round',
    edited(FILE, 'closed: 2025-03-21', 'closed: 2025-03-19'),
    'closedEarly « 2025-03-19 »',
  ],
  [
    'the stance of a member',
    edited(FILE, 'a: {stance: consent', 'a: {stance: abstention'),
    `stanceDiffers « {stance: abstention, date: 2025-03-05, text: ${DIGEST}, state: fresh} »`,
  ],
  ['the quorum', edited(FILE, 'at-least: 1/2', 'at-least: 1/3'), `openingSeal « ${SEAL} »`],
  [
    'the electorate, one more',
    edited(FILE, '      c: 1\n', '      c: 1\n      d: 1\n'),
    `openingSeal « ${SEAL} »`,
  ],
  ['the electorate, one less', edited(FILE, '      c: 1\n', ''), `openingSeal « ${SEAL} »`],
  [
    'the digest of the text',
    edited(FILE, `    text: ${DIGEST}`, `    text: ${OTHER}`),
    `openingSeal « ${SEAL} »`,
  ],
  [
    'the opening day',
    edited(FILE, 'opened: 2025-03-01', 'opened: 2025-02-28'),
    `openingSeal « ${SEAL} »`,
  ],
  [
    'the last day',
    edited(FILE, 'closes: 2025-03-20', 'closes: 2025-03-12'),
    `openingSeal « ${SEAL} »`,
  ],
  [
    'the opening seal',
    edited(FILE, /^ {4}seal: v1-\w+$/m, `    seal: ${OTHER}`),
    `openingSeal « ${OTHER} »`,
  ],
  ['the copy of the text', edited(COPY, 'Deux jours', 'Trois jours'), `copyDiffers « ${DIGEST} »`],
  [
    'the copy of a stance',
    edited(COPY_OF_A, 'stance: consent', 'stance: abstention'),
    `stanceDiffers « {stance: consent, date: 2025-03-05, text: ${DIGEST}, state: fresh} »`,
  ],
  ['a copy of the text that is gone', without(COPY), `copyMissing « ${DIGEST} »`],
  [
    'a copy of a stance that is gone',
    without(COPY_OF_A),
    `positionsMissing « {stance: consent, date: 2025-03-05, text: ${DIGEST}, state: fresh} »`,
  ],
])('a change of %s is one finding, in its place', (_, files, expected) => {
  expect(findingsOf(files)).toEqual([expected])
})

it('copies of positions that went with their folder are one finding, which names them', () => {
  const gone = Object.fromEntries(
    Object.entries(without(COPY_OF_A)).filter(([path]) => !path.includes('/2025-03-01/positions/')),
  )
  const [only, ...more] = recheck(programmeOf(gone)).findings
  expect(more).toEqual([])
  expect(only?.data.copies).toContain(COPY_OF_A)
  expect(String(only?.data.copies).split(/,\s*/).length).toBeGreaterThan(1)
})

it('stays right when the programme takes another name, or holds other sections for normative', () => {
  expect(
    findingsOf(edited('programme.yaml', 'identifier: exemple', 'identifier: autre-nom')),
  ).toEqual([])
  const wider = edited(
    'programme.yaml',
    'title: Pourquoi, required: true',
    'title: Pourquoi, required: true, normative: true',
  )
  expect(findingsOf(wider)).toEqual([])
  expect(findingsOf(edited(COPY, 'Deux jours', 'Trois jours', wider))).toEqual([
    `copyDiffers « ${DIGEST} »`,
  ])
})

it('accepts an early outcome only where the rule allows it and it was settled', () => {
  const early = edited(
    'programme.yaml',
    'quorum: {at-least: 1/2}',
    'quorum: {at-least: 1/2}, early-close: true',
    sampleFiles,
  )
  const round = (['a', 'b', 'c'] as const).reduce(
    (files, member) =>
      applied(files, (programme) =>
        planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05' }),
      ),
    applied(early, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
    ),
  )
  const settled = applied(round, (programme) => planClosing(programme, 'guichet', '2025-03-08'))
  expect(findingsOf(settled)).toEqual([])
  // Without C’s stance and its copy, C could still have objected.
  const { 'decisions/guichet/2025-03-01/positions/c.yaml': _, ...rest } = settled
  expect(findingsOf(edited(FILE, /^ +c: \{stance.*\n/m, '', rest))).toEqual([
    'closedEarly « 2025-03-08 »',
  ])
})

it('a final period written into a round that has none, or outside it, is found', () => {
  expect(
    findingsOf(edited(FILE, '    outcome:', '    final-period: [2025-03-05]\n    outcome:')),
  ).toContain('finalPeriod « [2025-03-05] »')
})

describe('an edition on record', () => {
  const measure = (status: string, digest: string, whole: string) =>
    JSON.stringify({
      edition: '1',
      date: '2025-04-01',
      identifier: 'exemple',
      measures: [
        {
          id: 'guichet',
          number: 1,
          title: 'Un guichet',
          status,
          digest,
          whole,
          round: '2025-03-01',
        },
      ],
    })
  const [frozen] = programmeOf(closed).proposals.filter(({ id }) => id === 'guichet')
  const kept = (
    status: string,
    digest = frozen?.normative ?? '',
    whole = frozen?.whole ?? '',
    files = closed,
  ): Files => ({
    ...files,
    'editions/1.json': measure(status, digest, whole),
  })
  const messages = (files: Files) =>
    recheck(programmeOf(files)).findings.map(({ message }) => message)

  it('accepts an edition that printed what a round adopted', () => {
    expect(messages(kept('adopted'))).toEqual([])
    expect(messages(kept('draft', OTHER))).toEqual([])
    expect(messages(kept('adopted', OTHER))).toEqual(['unfounded'])
    expect(messages(kept('adopted-with-reservations'))).toEqual(['otherResult'])
    expect(messages(kept('adopted', undefined, undefined, spoken))).toEqual(['unfounded'])
  })

  it('accepts an edition dated ahead whose measure is adopted again before that day', () => {
    const text = { ...kept('adopted'), 'axes/services/guichet.md': proposal('Deux guichets') }
    const reopened = applied(text, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-03-22', closes: '2025-03-28' }),
    )
    const again = (['a', 'b'] as const).reduce(
      (files, member) =>
        applied(files, (programme) =>
          planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-23' }),
        ),
      reopened,
    )
    const adopted = applied(again, (programme) => planClosing(programme, 'guichet', '2025-03-29'))
    expect(messages(adopted)).toEqual([])
    const printedAfter = `${adopted['editions/1.json']}`.replace(
      '"round":"2025-03-01"',
      '"round":"2025-03-22"',
    )
    expect(messages({ ...adopted, 'editions/1.json': printedAfter })).toEqual(['unfounded'])
  })

  it('of a measure that had changed, printed the copy to the letter, reasons included', () => {
    expect(messages(kept('changed'))).toEqual([])
    expect(messages(edited(COPY, 'Un constat.', 'Deux constats.', kept('changed')))).toEqual([
      'copiesDiffer',
      'copyDiffers',
    ])
    expect(messages(edited(COPY, 'Un constat.', 'Deux constats.', kept('adopted')))).toEqual([
      'copiesDiffer',
    ])
  })

  it('stays as it was handed over', () => {
    const since = (before: Files, now: Files) =>
      compareSince(programmeOf(before), programmeOf(now), '2025-04-02').map(
        ({ message }) => message,
      )
    expect(since(kept('adopted'), kept('adopted', undefined, OTHER))).toEqual(['copyChanged'])
    expect(since(kept('adopted'), closed)).toEqual(['fileRemoved'])
    expect(since(closed, kept('adopted'))).toEqual([])
  })
})

it('finds an added stance, with or without its copy', () => {
  const added = edited(
    FILE,
    '      stances:\n',
    `      stances:\n        c: {stance: consent, date: 2025-03-05, text: ${DIGEST}, state: fresh}\n`,
  )
  expect(findingsOf(added)).toEqual([
    `positionsMissing « {stance: consent, date: 2025-03-05, text: ${DIGEST}, state: fresh} »`,
  ])
  const copied = {
    ...closed,
    'decisions/guichet/2025-03-01/positions/c.yaml': `${closed[COPY_OF_A]}`.replace(
      'collective: a',
      'collective: c',
    ),
  }
  expect(findingsOf(copied)).toEqual([expect.stringMatching(/^stanceDiffers/)])
})

describe('the files that a round kept at its closing', () => {
  const KEPT = closed[FILE]?.match(/copies: (v1-\w+)/)?.[1]

  it.each<[string, Files]>([
    ['the reasons of the frozen text', edited(COPY, 'Un constat.', 'Deux constats.')],
    ['a line added to a positions file', { ...closed, [COPY_OF_A]: `${closed[COPY_OF_A]}\n` }],
    [
      'the file of a member who said nothing',
      {
        ...closed,
        [COPY_OF_A.replace('a.yaml', 'c.yaml')]:
          'programme: exemple\ncollective: c\nserial: 1\npositions: {}\n',
      },
    ],
  ])('are as they were, to the letter: %s', (_, files) => {
    expect(findingsOf(files)).toEqual([expect.stringMatching(/^copiesDiffer /)])
  })

  it('with any line ends that git gives them', () => {
    const windows = Object.entries(closed).map(([path, text]) => [
      path,
      path.startsWith('decisions/guichet/') ? text.replaceAll('\n', '\r\n') : text,
    ])
    expect(findingsOf(Object.fromEntries(windows))).toEqual([])
  })

  it('and their digest is held by the seal', () => {
    expect(findingsOf(edited(FILE, ` ${KEPT}`, ` ${OTHER}`))).toEqual([
      expect.stringMatching(/^outcomeSeal /),
    ])
    expect(findingsOf(edited(FILE, /^ +copies: .*\n/m, ''))).toEqual([
      expect.stringMatching(/^outcomeSeal /),
    ])
  })
})

it('a round that is still open is held to its seal and its copy too', () => {
  expect(findingsOf(opened)).toEqual([])
  expect(findingsOf(edited(FILE, '      b: 1\n', '', opened))).toEqual([`openingSeal « ${SEAL} »`])
})

it('the copies suffice: the members’ own files may change or go', () => {
  const { 'positions/a.yaml': _, ...rest } = closed
  expect(findingsOf(rest)).toEqual([])
})

it('reports the right place for rounds out of order in their file', () => {
  const again = applied(closed, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-04-01', closes: '2025-04-20' }),
  )
  const [head = '', first = '', second = ''] = `${again[FILE]}`.split(/(?=^ {2}- opened)/m)
  const swapped = {
    ...again,
    [FILE]: `${head}${second}${first.replace('result: adopted', 'result: blocked')}`,
  }
  expect(findingsOf(swapped)).toEqual(['resultDiffers « blocked »'])
})

it('a member that left before the end stays uncounted after it comes back', () => {
  const away = edited(
    'collectives/b.yaml',
    'joined: 2025-01-01',
    'joined: 2025-01-01\nleft: 2025-03-10',
    spoken,
  )
  const decided = applied(away, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  expect(decided[FILE]).toMatch(/b: \{.*, state: uncounted, why: left\}/)
  expect(findingsOf(decided)).toEqual([])
  const back = { ...decided, 'collectives/b.yaml': `${sampleFiles['collectives/b.yaml']}` }
  expect(findingsOf(back)).toEqual([])
  // Nobody is sent away by the record alone.
  const messages = (before: Files, now: Files) =>
    compareSince(programmeOf(before), programmeOf(now), '2025-03-21').map(({ message }) => message)
  expect(messages(away, decided)).toEqual([])
  expect(messages(spoken, back)).toEqual(['recordedUnheard'])
})

it('one round at a time: one that was left open, or closed after the next had opened, is found', () => {
  const again = applied(closed, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-04-01', closes: '2025-04-20' }),
  )
  expect(findingsOf(again)).toEqual([])
  const [head = '', first = '', second = ''] = `${again[FILE]}`.split(/(?=^ {2}- opened)/m)
  const leftOpen = { ...again, [FILE]: head + first.replace(/^ {4}outcome:[\s\S]*/m, '') + second }
  expect(findingsOf(leftOpen)).toContain('leftOpen « 2025-03-01 »')
  expect(findingsOf(edited(FILE, 'closed: 2025-03-21', 'closed: 2025-04-02', again))).toContain(
    'overlaps « 2025-04-02 »',
  )
})

it('finds a removed round through its copies, once', () => {
  const { [FILE]: _, ...unrecorded } = closed
  expect(
    recheck(programmeOf(unrecorded)).findings.map(({ message, path }) => `${message} ${path}`),
  ).toEqual([`roundLost ${COPY_OF_A}`])
  const reopened = { ...closed, [FILE]: `${opened[FILE]}` }
  expect(
    recheck(programmeOf(reopened)).findings.map(({ message, path }) => `${message} ${path}`),
  ).toEqual([`outcomeLost ${COPY_OF_A}`])
})
