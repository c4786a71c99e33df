import type { RulingKind } from '@cahier/core'
import { expect, it } from 'vitest'
import { compareSince } from '../contribution/compare-since.ts'
import { roundsOf } from '../counting/rounds.ts'
import { tally } from '../counting/tally.ts'
import { minutesOf } from '../records/minutes.ts'
import { recheck } from '../records/recheck.ts'
import {
  applied,
  type Files,
  programmeOf,
  refusalOf,
  sampleFiles,
} from '../samples/sample-files.ts'
import { planStance, type StanceRequest } from '../stances/plan-stance.ts'
import { planClosing } from './plan-closing.ts'
import { planFinalPeriod } from './plan-final-period.ts'
import { type Opening, planOpening } from './plan-opening.ts'
import { planRuling } from './plan-ruling.ts'

const members = ['a', 'b', 'c', 'd']
const ROUGH =
  '{method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 1, new-concern: hold}'
const LAZY = '{method: lazy, days: 15, otherwise: {method: majority, more-than: 1/2, of: members}}'
const DOUBLE = '{method: double-majority, members: {more-than: 1/2}, weight: {at-least: 2/3}}'

/** A programme of four members that weigh 100, 200, 300 and 400, under a rule. */
function under(rule: string): Files {
  const policy = `{default: ${rule}, rulings: [inadmissible, overruled, recused], facilitators: [animation]}`
  return {
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
      '{default: {method: consent, quorum: {at-least: 1/2}}}',
      policy,
    ),
    ...Object.fromEntries(
      members.map((member, index) => [
        `collectives/${member}.yaml`,
        `name: ${member.toUpperCase()}\nkind: association\njoined: 2025-01-01\nweight: {value: ${index + 1}00, source: Bilan.}\n`,
      ]),
    ),
  }
}

function opened(files: Files, more: Partial<Opening> = {}): Files {
  return applied(files, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20', ...more }),
  )
}

function speak(
  files: Files,
  spoken: Readonly<Record<string, readonly [StanceRequest['stance'], string]>>,
): Files {
  return Object.entries(spoken).reduce(
    (before, [member, [stance, day]]) =>
      applied(before, (programme) =>
        planStance(programme, member, 'guichet', { stance, day, argument: 'Parce que.' }),
      ),
    files,
  )
}

function rule(files: Files, member: string, ruling: RulingKind, day: string): Files {
  return applied(files, (programme) =>
    planRuling(programme, 'guichet', member, { ruling, by: 'animation', reason: 'Dit.', day }),
  )
}

/** The result, the last sentences of the minutes; the folder must check out. */
function closed(files: Files, language: 'fr' | 'en' = 'fr') {
  const after = programmeOf(
    applied(files, (programme) => planClosing(programme, 'guichet', '2025-03-21')),
  )
  expect(recheck(after).findings).toEqual([])
  const [, verdict] = tally(after, '2025-03-21').toSorted((x, y) =>
    x.proposal < y.proposal ? -1 : 1,
  )
  if (verdict === undefined) throw new Error('no verdict')
  const minutes = minutesOf(
    after,
    verdict,
    roundsOf(after, verdict.proposal, '2025-03-21'),
    '2025-03-21',
    language,
  )
  return {
    status: verdict.status,
    minutes,
    said: minutes.slice(minutes.lastIndexOf('\n\n') + 2, -1),
  }
}

it('a double majority freezes weights, and the minutes weigh', { tags: ['long'] }, () => {
  const round = opened(under(DOUBLE))
  expect(round['decisions/guichet.yaml']).toContain(
    '    electorate:\n      a: 100\n      b: 200\n      c: 300\n      d: 400\n',
  )
  const light = closed(
    speak(round, {
      a: ['consent', '2025-03-02'],
      b: ['consent', '2025-03-02'],
      c: ['consent', '2025-03-02'],
    }),
  )
  expect(light.status).toBe('rejected')
  expect(light.minutes).toContain(
    'Règle : double majorité, de plus de 1/2 des membres et d’au moins 2/3 des poids ; 4 membres appelés à se prononcer.',
  )
  expect(light.said).toBe(
    'Clos le 21 mars 2025 : non adoptée. 3 membres pour sur 4, mais de poids 600 sur 1000 : il fallait 667. Aucune position, à elle seule, n’a fait la différence.',
  )
  const heavy = speak(round, {
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
    d: ['consent', '2025-03-02'],
  })
  expect(closed(heavy, 'en').said).toBe(
    'Closed on 21 March 2025: adopted. 3 of 4 members for (3 were needed), of weight 900 of 1000 (667 was needed). Each of these made the difference on its own: B (consent), C (consent), D (consent); without one of these stances the proposal would not have been adopted.',
  )
  const lighterSince = {
    ...heavy,
    'collectives/d.yaml': `${heavy['collectives/d.yaml']}`.replace('400', '1'),
  }
  expect(closed(lighterSince).status).toBe('adopted')
})

it('a recused member takes its weight away', () => {
  const spoken = speak(opened(under(DOUBLE)), {
    a: ['consent', '2025-03-02'],
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
  })
  expect(closed(rule(spoken, 'd', 'recused', '2025-03-03')).said).toContain(
    '3 membres pour sur 3 (il en fallait 2), de poids 600 sur 600',
  )
})

it('a weight that is missing is a refusal that names the member, at the opening and at the close', () => {
  const bare = {
    ...under(DOUBLE),
    'collectives/b.yaml': 'name: B\nkind: association\njoined: 2025-01-01\n',
  }
  expect(
    refusalOf(
      planOpening(programmeOf(bare), 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
    ),
  ).toEqual([['noWeight', { members: ['b'] }]])
  const round = opened(under(DOUBLE))
  const erased = {
    ...round,
    'decisions/guichet.yaml': `${round['decisions/guichet.yaml']}`.replace('b: 200', 'b: null'),
  }
  expect(refusalOf(planClosing(programmeOf(erased), 'guichet', '2025-03-21'))).toEqual([
    ['noWeight', { members: ['b'] }],
  ])
})

it('finds the seal broken when a weight was changed after the opening', () => {
  const round = opened(under(DOUBLE))
  const heavier = {
    ...round,
    'decisions/guichet.yaml': `${round['decisions/guichet.yaml']}`.replace('d: 400', 'd: 4000'),
  }
  expect(recheck(programmeOf(heavier)).findings.map(({ message }) => message)).toEqual([
    'openingSeal',
  ])
})

it('lazy consensus records notifications and counts from the last one', () => {
  const all = opened(under(LAZY), { notified: 'all' })
  expect(all['decisions/guichet.yaml']).toContain(
    '    notified: {a: 2025-03-01, b: 2025-03-01, c: 2025-03-01, d: 2025-03-01}\n',
  )
  expect(closed(all).said).toBe(
    'Clos le 21 mars 2025 : adoptée. Aucune objection en 19 jours, 4 membres prévenus, dont 4 sans réponse.',
  )
  expect(closed(all, 'en').minutes).toContain(
    'Rule: lazy consensus in 15 days, else majority of more than 1/2 of the members;',
  )
  const asking = opened(under(LAZY.replace('days: 15,', 'days: 15, minimum-consents: 2,')), {
    notified: 'all',
  })
  expect(closed(asking, 'en').minutes).toContain(
    'Rule: lazy consensus in 15 days (at least 2 consents), else majority of more than 1/2 of the members;',
  )
  const blocked = closed(speak(all, { a: ['objection', '2025-03-19'] }))
  expect(blocked.said).toBe(
    'Clos le 21 mars 2025 : non adoptée. 1 objection ouverte : l’accord n’est plus tacite ; règle de repli : personne n’a voté pour. A fait la différence : A (objection) ; sans cette position, la proposition aurait été adoptée.',
  )
  const short = opened(under(LAZY), { notified: 'all', closes: '2025-03-15' })
  expect(closed(short).said).toContain('14 jours pour objecter : il en fallait 15')
})

it('a notification before the opening counts from the opening', () => {
  const findingsOf = { a: '2025-02-01', b: '2025-02-01', c: '2025-02-01', d: '2025-02-01' }
  expect(closed(opened(under(LAZY), { notified: findingsOf })).said).toContain(
    'Aucune objection en 19 jours',
  )
})

it('refuses to open with a missing, future or foreign notification', () => {
  const files = {
    ...under(LAZY),
    'collectives/e.yaml': 'name: E\nkind: association\njoined: 2025-04-01\n',
  }
  const refusal = (notified: NonNullable<Opening['notified']>) =>
    refusalOf(
      planOpening(programmeOf(files), 'guichet', {
        day: '2025-03-01',
        closes: '2025-03-20',
        notified,
      }),
    )
  expect(refusal({ a: '2025-03-01', b: '2025-03-01', c: '2025-03-02' })).toEqual([
    ['untold', { members: ['c', 'd'], day: '2025-03-01' }],
  ])
  expect(refusal({ a: '2025-03-01', e: '2025-03-01' })).toEqual([['toldStranger', { id: 'e' }]])
})

it('a rule without notifications records none', () => {
  expect(
    opened(under('{method: consent}'), { notified: 'all' })['decisions/guichet.yaml'],
  ).not.toContain('notified')
})

it('the final period begins on the day enough have answered, and must end by the last day', {
  tags: ['long'],
}, () => {
  const round = opened(under(ROUGH))
  const all = { a: ['consent', '2025-03-02'], b: ['abstention', '2025-03-05'] } as const
  expect(closed(speak(round, { ...all, c: ['consent', '2025-03-10'] })).said).toBe(
    'Clos le 21 mars 2025 : adoptée. Aucune objection ouverte après 10 jours de période finale, et 2 consentements sur 4 membres. Ont fait la différence, chacun à lui seul : A (consentement), B (abstention), C (consentement) ; sans l’une de ces positions, le quorum n’aurait pas été atteint.',
  )
  expect(closed(speak(round, { ...all, c: ['consent', '2025-03-11'] })).said).toContain(
    '9 jours de période finale : il en fallait 10',
  )
  expect(
    closed(speak(round, { ...all, c: ['consent', '2025-03-10'], d: ['consent', '2025-03-20'] }))
      .status,
  ).toBe('adopted')
  expect(closed(speak(round, all)).said).toContain('2 membres ont répondu sur 4 : il en fallait 3')
  const changed = speak(speak(round, { ...all, c: ['consent', '2025-03-05'] }), {
    b: ['consent', '2025-03-15'],
  })
  expect(closed(changed).said).toContain('5 jours de période finale : il en fallait 10')
})

it('a concern raised in the final period and overruled restarts it, or holds it', {
  tags: ['long'],
}, () => {
  const spoken = {
    a: ['consent', '2025-03-02'],
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
    d: ['objection', '2025-03-08'],
  } as const
  const hold = speak(opened(under(ROUGH)), spoken)
  const restart = speak(opened(under(ROUGH.replace('hold', 'restart'))), spoken)
  expect(closed(hold).status).toBe('blocked')
  expect(closed(restart).status).toBe('blocked')
  expect(closed(rule(hold, 'd', 'overruled', '2025-03-12')).said).toContain(
    'après 18 jours de période finale',
  )
  expect(closed(rule(restart, 'd', 'overruled', '2025-03-12')).said).toContain(
    '8 jours de période finale : il en fallait 10',
  )
  expect(closed(rule(restart, 'd', 'overruled', '2025-03-10')).status).toBe(
    'adopted-with-reservations',
  )
})

it('a round with an early objection begins its final period when it is overruled', () => {
  const spoken = {
    a: ['objection', '2025-03-01'],
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
  } as const
  const round = rule(speak(opened(under(ROUGH)), spoken), 'a', 'overruled', '2025-03-09')
  expect(closed(round).said).toContain('après 11 jours de période finale')
})

it('a recorded final period keeps its day after later changes', () => {
  const spoken = {
    a: ['consent', '2025-03-02'],
    b: ['consent', '2025-03-03'],
    c: ['consent', '2025-03-04'],
  } as const
  const round = speak(opened(under(ROUGH)), spoken)
  const begun = applied(round, (programme) => planFinalPeriod(programme, 'guichet', '2025-03-06'))
  const later = (files: Files) => closed(speak(files, { c: ['reservation', '2025-03-18'] })).said
  expect(later(round)).toContain('2 jours de période finale : il en fallait 10')
  expect(later(begun)).toContain('après 16 jours de période finale')
  const erased = {
    ...begun,
    'decisions/guichet.yaml': `${begun['decisions/guichet.yaml']}`.replace(
      / +final-period: \[.*\n/,
      '',
    ),
  }
  const found = compareSince(programmeOf(begun), programmeOf(erased), '2025-03-21')
  expect(found.map(({ message, data }) => [message, data.field])).toEqual([
    ['roundChanged', 'final-period'],
  ])
})

it('a final period that was written down to begin again does so, even once the objection that sent it back is lifted', () => {
  const spoken = {
    a: ['consent', '2025-03-02'],
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
  } as const
  const begin = (files: Files, day: string) =>
    applied(files, (programme) => planFinalPeriod(programme, 'guichet', day))
  const begun = begin(speak(opened(under(ROUGH.replace('hold', 'restart'))), spoken), '2025-03-03')
  const sentBack = rule(
    speak(begun, { d: ['objection', '2025-03-06'] }),
    'd',
    'overruled',
    '2025-03-08',
  )
  const lifted = (files: Files) => closed(speak(files, { d: ['consent', '2025-03-18'] })).said
  expect(lifted(begin(sentBack, '2025-03-09'))).toContain('après 12 jours de période finale')
  expect(lifted(sentBack)).toContain('après 18 jours de période finale')
})

it('no early close while the days of the rule still run', { tags: ['long'] }, () => {
  const early = (rule: string) => rule.replace(/\}$/, ', early-close: true}')
  const all = {
    a: ['consent', '2025-03-02'],
    b: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
    d: ['consent', '2025-03-02'],
  } as const
  const rough = speak(opened(under(early(ROUGH))), all)
  const closing = (files: Files, day: string) =>
    planClosing(programmeOf(files), 'guichet', day).findings.map(({ message }) => message)
  expect(['2025-03-03', '2025-03-12', '2025-03-13'].map((day) => closing(rough, day))).toEqual([
    ['unsettled'],
    ['unsettled'],
    [],
  ])
  // The majority that lazy consensus falls back on has already adopted what silence would adopt
  // later.
  expect(
    closing(speak(opened(under(early(LAZY)), { notified: 'all' }), all), '2025-03-03'),
  ).toEqual([])
  expect(closing(opened(under(early(LAZY)), { notified: 'all' }), '2025-03-19')).toEqual([
    'unsettled',
  ])
})

it('consensus minus one prints its figures, in both languages', () => {
  const round = opened(under('{method: consensus-minus, n: 1}'))
  const one = speak(round, { a: ['consent', '2025-03-02'], b: ['objection', '2025-03-02'] })
  expect(closed(one).minutes).toContain('Règle : consensus moins 1 ;')
  expect(closed(one).said).toBe(
    'Clos le 21 mars 2025 : adoptée. 1 membre objecte, la règle en admet 1, et 1 consentement sur 4 membres. A fait la différence : A (consentement) ; sans cette position, la proposition n’aurait pas été adoptée.',
  )
  const two = closed(speak(one, { c: ['objection', '2025-03-02'] }), 'en')
  expect(two.said).toBe(
    'Closed on 21 March 2025: blocked. 2 members object: the rule allows 1. Each of these made the difference on its own: B (objection), C (objection); without one of these stances the proposal would have been adopted.',
  )
})

it('permuting members and files changes nothing of an outcome', () => {
  const spoken = speak(opened(under(DOUBLE)), {
    a: ['consent', '2025-03-02'],
    c: ['consent', '2025-03-02'],
    d: ['consent', '2025-03-02'],
  })
  const reversed = Object.fromEntries(Object.entries(spoken).reverse())
  expect(closed(reversed)).toEqual(closed(spoken))
})

it('notifications are part of the frozen fields', () => {
  const round = opened(under(LAZY), { notified: 'all' })
  const sooner = {
    ...round,
    'decisions/guichet.yaml': `${round['decisions/guichet.yaml']}`.replace(
      '{a: 2025-03-01',
      '{a: 2025-02-01',
    ),
  }
  const found = compareSince(programmeOf(round), programmeOf(sooner), '2025-03-21')
  expect(found.map(({ message, data }) => [message, data.field])).toEqual([
    ['roundChanged', 'notified'],
  ])
})

it('the minutes refuse decisions with errors', () => {
  const round = opened(under('{method: majority, more-than: 1/2, of: members}'))
  const broken = programmeOf({
    ...round,
    'decisions/guichet.yaml': `${round['decisions/guichet.yaml']}`.replace('1/2', '51%'),
  })
  const verdict = tally(broken, '2025-03-21').find(({ proposal }) => proposal === 'guichet')
  if (verdict === undefined) throw new Error('no verdict')
  expect(
    minutesOf(broken, verdict, broken.decisions[0]?.rounds ?? [], '2025-03-21', 'en'),
  ).toContain('“decisions/guichet.yaml” has errors')
  expect(refusalOf(planClosing(broken, 'guichet', '2025-03-21'))).toEqual([
    ['unreadable', { path: 'decisions/guichet.yaml' }],
  ])
})
