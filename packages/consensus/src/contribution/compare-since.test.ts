import { sentenceOf } from '@cahier/core'
import { expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { planClosing } from '../rounds/plan-closing.ts'
import { planFinalPeriod } from '../rounds/plan-final-period.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { planRuling } from '../rounds/plan-ruling.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { compareSince } from './compare-since.ts'

const MEMBER = 'collectives/b.yaml'
const MANIFEST = 'programme.yaml'
const DECISIONS = 'decisions/guichet.yaml'
const sampled = { member: `${sampleFiles[MEMBER]}`, manifest: `${sampleFiles[MANIFEST]}` }
const WEIGHED = '{method: double-majority, members: {at-least: 1/2}, weight: {at-least: 1/2}}'

function opened(files: Files): Files {
  return applied(files, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
  )
}

/**
 * The findings on a contribution that opens a round while some files are not what they were, then
 * puts them back.
 */
function forged(meanwhile: Files, before: Files = sampleFiles): readonly string[] {
  const after = {
    ...opened({ ...before, ...meanwhile }),
    ...Object.fromEntries(Object.keys(meanwhile).map((path) => [path, `${before[path]}`])),
  }
  return compareSince(programmeOf(before), programmeOf(after), '2025-03-02').map(
    ({ message, path, place }) =>
      `${message} ${after[path]?.slice(place.start.offset, place.end.offset).split('\n')[0]}`,
  )
}

it('a round opened as the programme says passes', () => {
  expect(forged({})).toEqual([])
})

it('refuses a round without a member, although its seal is right', () => {
  expect(forged({ [MEMBER]: `${sampled.member}left: 2025-02-01\n` })).toEqual([
    'strangeElectorate a: 1',
  ])
})

it('a round with a rule of one’s own, under a good seal, is refused', () => {
  const softer = sampled.manifest.replace('at-least: 1/2', 'at-least: 1/9')
  expect(forged({ [MANIFEST]: softer })).toEqual([
    'ruleOfNoOne {method: consent, quorum: {at-least: 1/9}}',
  ])
})

it('refuses a member that raises its own weight for a round', () => {
  const weighing = (weight: number) =>
    `joined: 2025-01-01\nweight: {value: ${weight}, source: Bilan.}\n`
  const files = Object.fromEntries(
    Object.entries(sampleFiles).map(([path, text]) => [
      path,
      path.startsWith('collectives/')
        ? `name: N\nkind: association\n${weighing(2)}`
        : text.replace(/default: \{.*?\}\}/, `default: ${WEIGHED}`),
    ]),
  )
  expect(forged({}, files)).toEqual([])
  expect(forged({ [MEMBER]: `name: N\nkind: association\n${weighing(90)}` }, files)).toEqual([
    'strangeElectorate a: 2',
  ])
})

it('members do not join, nor on another day, in the contribution that opens or closes a round', () => {
  const findingsOf = (before: Files, after: Files) =>
    compareSince(programmeOf(before), programmeOf(after), '2025-03-21').flatMap(
      ({ severity, message, path }) => (severity === 'error' ? [`${message} ${path}`] : []),
    )
  const invented = {
    ...sampleFiles,
    'collectives/d.yaml': 'name: D\nkind: association\njoined: 2025-02-27\n',
  }
  const postponed = {
    ...sampleFiles,
    [MEMBER]: sampled.member.replace('joined: 2025-01-01', 'joined: 2025-06-01'),
  }
  const { [MEMBER]: _, ...removed } = sampleFiles
  const close = (files: Files) =>
    applied(files, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  expect(findingsOf(sampleFiles, opened(invented))).toEqual(['membersAndRounds collectives/d.yaml'])
  expect(findingsOf(sampleFiles, opened(postponed))).toEqual([`membersAndRounds ${MEMBER}`])
  expect(findingsOf(sampleFiles, opened(removed))).toEqual([`membersAndRounds ${MEMBER}`])
  expect(findingsOf(opened(sampleFiles), close({ ...opened(sampleFiles), ...postponed }))).toEqual([
    `membersAndRounds ${MEMBER}`,
  ])
  // Alone, both are welcome, and so is the round that follows.
  expect(findingsOf(sampleFiles, invented)).toEqual([])
  expect(findingsOf(invented, opened(invented))).toEqual([])
})

it('refuses a round that arrives closed: no one else has seen it open', () => {
  const closed = applied(opened(sampleFiles), (programme) =>
    planClosing(programme, 'guichet', '2025-03-21'),
  )
  const findingsOf = compareSince(programmeOf(sampleFiles), programmeOf(closed), '2025-03-22')
  expect(findingsOf.map(({ message, severity }) => [message, severity])).toEqual([
    ['openedAndClosed', 'error'],
  ])
  expect(compareSince(programmeOf(opened(sampleFiles)), programmeOf(closed), '2025-03-22')).toEqual(
    [],
  )
})

it('an outcome of a day to come is not let in', () => {
  const ahead = applied(opened(sampleFiles), (programme) =>
    planClosing(programme, 'guichet', '2031-01-01'),
  )
  const findingsOf = (before: Files, day: string) =>
    compareSince(programmeOf(before), programmeOf(ahead), day).map(({ message }) => message)
  expect(findingsOf(opened(sampleFiles), '2025-03-22')).toEqual(['closedInFuture'])
  expect(findingsOf(opened(sampleFiles), '2031-01-01')).toEqual([])
  expect(findingsOf(ahead, '2025-03-22')).toEqual([])
})

it('an outcome of a day to come may be taken away, with its copies and nothing else, and the round closed anew', () => {
  const round = opened(sampleFiles)
  const spoken = applied(round, (programme) =>
    planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-03-02' }),
  )
  const ahead = applied(spoken, (programme) => planClosing(programme, 'guichet', '2031-01-01'))
  const closed = applied(spoken, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  const findingsOf = (after: Files, day = '2025-03-22') =>
    compareSince(programmeOf(ahead), programmeOf(after), day).map(({ message }) => message)
  expect(findingsOf(spoken)).toEqual([])
  expect(findingsOf(closed)).toEqual([])
  expect(findingsOf(spoken, '2031-01-01')).toEqual(['roundChanged', 'fileRemoved'])
  const { 'decisions/guichet/2025-03-01/text.md': _, ...torn } = spoken
  expect(findingsOf(torn)).toEqual(['fileRemoved'])
  expect(
    findingsOf(applied(spoken, (programme) => planClosing(programme, 'guichet', '2032-01-01'))),
  ).toEqual(['closedInFuture'])
  const { 'decisions/guichet/2025-03-01/positions/a.yaml': __, ...untouched } = ahead
  expect(findingsOf(untouched)).toEqual(['fileRemoved'])
})

it('reports a new round with an unreadable rule as a faulty file only', () => {
  const files = opened(sampleFiles)
  const broken = {
    ...files,
    [DECISIONS]: `${files[DECISIONS]}`.replace(
      /rule: .*/,
      'rule: {method: lazy, days: 3, otherwise: majorité}',
    ),
  }
  expect(compareSince(programmeOf(sampleFiles), programmeOf(broken), '2025-03-22')).toEqual([])
  expect(programmeOf(broken).findings.map(({ rule, path }) => [rule, path])).toContainEqual([
    'structure/schema',
    DECISIONS,
  ])
})

it('a ruling that the policy did not allow, under the good seal of a round closed at once, is refused', () => {
  const ruling = (by: string) => {
    const policy = sampled.manifest.replace(
      '{at-least: 1/2}}',
      `{at-least: 1/2}}, rulings: [overruled], facilitators: [${by}]`,
    )
    const spoken = (['a', 'b'] as const).reduce<Files>(
      (files, member) =>
        applied(files, (programme) =>
          planStance(programme, member, 'guichet', {
            stance: member === 'a' ? 'objection' : 'consent',
            day: '2025-03-02',
            argument: 'Non.',
          }),
        ),
      { ...opened(sampleFiles), [MANIFEST]: policy },
    )
    const ruled = applied(spoken, (programme) =>
      planRuling(programme, 'guichet', 'a', {
        ruling: 'overruled',
        by,
        reason: 'Dit.',
        day: '2025-03-03',
      }),
    )
    return applied(ruled, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  }
  const findingsOf = (before: Files, now: Files) =>
    compareSince(programmeOf(before), programmeOf(now), '2025-03-22')
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message)
  const forgery = { ...ruling('soi'), [MANIFEST]: sampled.manifest }
  expect(findingsOf(opened(sampleFiles), forgery)).toEqual(['rulingNotAllowed'])
  const other = ruling('animation')
  expect(
    findingsOf(
      { ...opened(sampleFiles), [MANIFEST]: `${other[MANIFEST]}` },
      { ...ruling('soi'), [MANIFEST]: `${other[MANIFEST]}` },
    ),
  ).toEqual(['noFacilitator'])
  // What the policy allows comes before the outcome that it changes.
  const given = {
    ...other,
    [DECISIONS]: `${other[DECISIONS]}`.replace(/ {4}outcome:\n(?: {6}.*\n)+/, ''),
  }
  const before = Object.fromEntries(
    Object.entries(given).filter(([path]) => !path.includes('/2025-03-01/positions/')),
  )
  expect(findingsOf({ ...opened(sampleFiles), [MANIFEST]: `${other[MANIFEST]}` }, other)).toEqual([
    'rulingWithOutcome',
  ])
  expect(findingsOf(before, other)).toEqual([])
})

it('a stance that comes once the round is over, dated of before, is pointed at', () => {
  const round = opened(sampleFiles)
  const spoken = (day: string) =>
    applied(round, (programme) =>
      planStance(programme, 'b', 'guichet', { stance: 'objection', argument: 'Non.', day }),
    )
  const findingsOf = (now: Files, day: string) =>
    compareSince(programmeOf(round), programmeOf(now), day).map(
      ({ message, severity, path }) => `${severity} ${message} ${path}`,
    )
  expect(findingsOf(spoken('2025-03-19'), '2025-03-20')).toEqual([])
  expect(findingsOf(spoken('2025-03-19'), '2025-03-21')).toEqual([
    'warning arrivedLate positions/b.yaml',
  ])
  expect(findingsOf(spoken('2025-03-21'), '2025-03-21')).toEqual([])
  // Closed by the same hand, the outcome has counted it.
  const closed = (now: Files) =>
    applied(now, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  expect(findingsOf(closed(spoken('2025-03-19')), '2025-03-21')).toEqual([
    'warning arrivedLate positions/b.yaml',
  ])
})

it('a stance given in time that is taken away once the round is over is pointed at, whether the round is closed or not', () => {
  const spoken = (['a', 'b'] as const).reduce<Files>(
    (files, member) =>
      applied(files, (programme) =>
        planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05' }),
      ),
    opened(sampleFiles),
  )
  const gone = applied(spoken, (programme) =>
    planStance(programme, 'b', 'guichet', { stance: null, day: '2025-03-21' }),
  )
  const emptied = {
    ...spoken,
    'positions/b.yaml': `${spoken['positions/b.yaml']}`
      .replace('stance: consent', 'stance:')
      .replace('serial: 1', 'serial: 2'),
  }
  const findingsOf = (now: Files, day: string) =>
    compareSince(programmeOf(spoken), programmeOf(now), day).map(
      ({ message, path }) => `${message} ${path}`,
    )
  // Said anew on a later day, it counts no more for this round either.
  const anew = applied(spoken, (programme) =>
    planStance(programme, 'b', 'guichet', { stance: 'abstention', day: '2025-03-21' }),
  )
  for (const now of [gone, emptied, anew]) {
    expect(findingsOf(now, '2025-03-20')).toEqual([])
    expect(findingsOf(now, '2025-03-21')).toEqual(['withdrawnLate positions/b.yaml'])
    const closed = applied(now, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
    expect(findingsOf(closed, '2025-03-21')).toEqual(['withdrawnLate positions/b.yaml'])
  }
  // An outcome that has counted it lost nothing.
  const counted = applied(spoken, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
  const changed = applied(counted, (programme) =>
    planStance(programme, 'b', 'guichet', { stance: 'abstention', day: '2025-03-21' }),
  )
  expect(findingsOf(changed, '2025-03-21')).toEqual([])
})

it('warns when a contribution moves a text to an axis with another rule and opens its round', () => {
  const rules = sampled.manifest
    .replace('axes: [services]', 'axes: [services, autres]')
    .replace('at-least: 1/2}}', 'at-least: 1/2}}, rules: {autres: {method: consensus-minus, n: 1}}')
  const before: Files = {
    ...sampleFiles,
    [MANIFEST]: rules,
    'axes/autres/axis.md': '---\ntitle: Autres\nquestion: Quoi ?\n---\n\nIntroduction.\n',
  }
  const { 'axes/services/guichet.md': text = '', ...rest } = before
  const moved = { ...rest, 'axes/autres/guichet.md': text }
  const findingsOf = (old: Files, now: Files) =>
    compareSince(programmeOf(old), programmeOf(opened(now)), '2025-03-02').map(
      ({ message }) => message,
    )
  expect(findingsOf(before, moved)).toEqual(['ruleOfNewAxis'])
  expect(findingsOf(moved, moved)).toEqual([])
  expect(findingsOf(before, before)).toEqual([])
})

it('a day written for the beginning of a final period is that which the answers give', () => {
  const rough =
    '{method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 1, new-concern: restart}'
  const files = {
    ...sampleFiles,
    [MANIFEST]: sampled.manifest.replace(/default: \{.*?\}\}/, `default: ${rough}`),
  }
  const answered = (['a', 'b'] as const).reduce<Files>(
    (so, member) =>
      applied(so, (programme) =>
        planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-08' }),
      ),
    opened(files),
  )
  const begun = applied(answered, (programme) =>
    planFinalPeriod(programme, 'guichet', '2025-03-09'),
  )
  const findingsOf = (before: Files, now: Files) =>
    compareSince(programmeOf(before), programmeOf(now), '2025-03-10').map(
      ({ message, place, data }) =>
        `${message} ${now[DECISIONS]?.slice(place.start.offset, place.end.offset)} ${data.began}`,
    )
  const moved = { ...begun, [DECISIONS]: `${begun[DECISIONS]}`.replace('2025-03-08', '2025-03-02') }
  expect(findingsOf(answered, begun)).toEqual([])
  expect(findingsOf(answered, moved)).toEqual(['finalPeriodMoved 2025-03-02 2025-03-08'])
  expect(findingsOf(opened(files), { ...moved, 'positions/b.yaml': '' })).toContain(
    'finalPeriodMoved 2025-03-02 ',
  )
  // A later day leaves everybody more time.
  const later = { ...begun, [DECISIONS]: `${begun[DECISIONS]}`.replace('2025-03-08', '2025-03-09') }
  const [finding] = compareSince(programmeOf(answered), programmeOf(later), '2025-03-10')
  expect(finding && sentenceOf(finding, consensusMessages, 'fr')).not.toContain('abrège')
  expect(findingsOf(answered, later)).toEqual(['finalPeriodMoved 2025-03-09 2025-03-08'])
  expect(findingsOf(moved, moved)).toEqual([])
})

it('by another time zone a last day ends at another hour: it does not change together with votes', () => {
  const round = opened(sampleFiles)
  const elsewhere = {
    ...round,
    [MANIFEST]: sampled.manifest.replace('Europe/Paris', 'Pacific/Pago_Pago'),
  }
  const spoken = applied(elsewhere, (programme) =>
    planStance(programme, 'b', 'guichet', { stance: 'consent', day: '2025-03-20' }),
  )
  const findingsOf = (now: Files) =>
    compareSince(programmeOf(round), programmeOf(now), '2025-03-20').map(({ message }) => message)
  expect(findingsOf(elsewhere)).toEqual([])
  expect(findingsOf(spoken)).toEqual(['policyAndVotes'])
})

it('a round that comes only once its last day is over is pointed at too: silence may be agreement', () => {
  const findingsOf = (day: string) =>
    compareSince(programmeOf(sampleFiles), programmeOf(opened(sampleFiles)), day).map(
      ({ message, severity }) => [message, severity],
    )
  expect(findingsOf('2025-03-20')).toEqual([])
  expect(findingsOf('2025-03-21')).toEqual([['openedTooLate', 'warning']])
})

it('warns when a member with a stance leaves during a round', () => {
  const round = opened(sampleFiles)
  const spoken = applied(round, (programme) =>
    planStance(programme, 'b', 'guichet', {
      stance: 'objection',
      argument: 'Non.',
      day: '2025-03-05',
    }),
  )
  const findingsOf = (before: Files, left: string) => {
    const after = { ...before, [MEMBER]: `${sampled.member}left: ${left}\n` }
    return [
      after,
      applied(after, (programme) => planClosing(programme, 'guichet', '2025-03-21')),
    ].map((now) =>
      compareSince(programmeOf(before), programmeOf(now), '2025-03-21').map(
        ({ message, severity, path, data }) =>
          [severity, message, path, data.left, data.proposals].join(' '),
      ),
    )
  }
  const warning = 'warning leftMidway collectives/b.yaml 2025-03-10 guichet'
  expect(findingsOf(spoken, '2025-03-10')).toEqual([[warning], [warning]])
  expect(findingsOf(spoken, '2025-03-21')).toEqual([[], []])
  expect(findingsOf(round, '2025-03-10')).toEqual([[], []])
})
