import type { Round, Status, Verdict } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import {
  closed,
  compose,
  type Files,
  MANIFEST,
  measure,
  programmeOf,
  round,
  stance,
  verdict,
} from '../samples/sample-programme.ts'

describe('dissent and decision', () => {
  it('prints reservations and standing objections, stale ones flagged, examples marked', () => {
    const edition = compose(
      [
        verdict('guichet', 'open', {
          round,
          stances: {
            b: stance('reservation', { argument: "C'est court : trop ?" }),
            'exemple-a': stance('objection', {
              state: 'stale',
              argument: 'Non.',
              liftsIf: 'Six mois',
            }),
            c: stance('consent', { state: 'stale', counted: false, why: 'textChanged' }),
            d: stance('objection', { counted: false, why: 'notMember', argument: 'Hors.' }),
            // Nobody’s word, on this text or on an earlier one.
            e: stance('objection', { counted: false, why: 'forged', argument: 'Faux.' }),
            f: stance('consent', { state: 'stale', counted: false, why: 'unsigned' }),
          },
        }),
      ],
      'all',
    )
    expect(measure(edition, 'guichet').dissent).toEqual([
      {
        collective: 'exemple-a',
        collectiveName: 'Les Ateliers',
        example: true,
        stance: 'objection',
        stanceLabel: 'objection',
        date: '2026-03-02',
        argument: 'Non.',
        liftsIf: 'Six mois',
        stale: true,
      },
      {
        collective: 'b',
        collectiveName: 'B',
        example: false,
        stance: 'reservation',
        stanceLabel: 'réserve',
        date: '2026-03-02',
        argument: 'C’est court\u00A0: trop\u202F?',
        liftsIf: '',
        stale: false,
      },
    ])
    expect(edition.collectives.map(({ id, stances }) => [id, stances.guichet])).toEqual([
      ['b', { stance: 'reservation', label: 'réserve', stale: false, date: '2026-03-02' }],
      ['exemple-a', { stance: 'objection', label: 'objection', stale: true, date: '2026-03-02' }],
      ['c', { stance: 'consent', label: 'consentement', stale: true, date: '2026-03-02' }],
    ])
  })

  it('does not take for silent a member that came after the round, or had left', () => {
    const edition = compose(
      [
        verdict('guichet', 'open', {
          round: { ...round, electorate: { b: 1, c: 1 } },
          stances: { b: stance('consent') },
        }),
        verdict('regle', 'draft', { electorate: ['exemple-a', 'b'] }),
      ],
      'all',
    )
    expect(
      edition.collectives.map(({ id, unasked }) => [
        id,
        ['guichet', 'regle'].filter((one) => unasked.includes(one)),
      ]),
    ).toEqual([
      ['b', []],
      ['exemple-a', ['guichet']],
      ['c', ['regle']],
    ])
  })

  it('prints what the round recorded on the text, but for what did not count', () => {
    const text = programmeOf().proposals.find(({ id }) => id === 'guichet')?.normative ?? ''
    const recorded = closed({
      b: stance('reservation', { argument: 'Court.' }),
      z: stance('objection', { state: 'uncounted', argument: 'Non.' }),
    })
    const dissent = (over: string) =>
      measure(
        compose([
          verdict('guichet', 'adopted-with-reservations', { round: { ...recorded, text: over } }),
        ]),
        'guichet',
      ).dissent
    expect(dissent(text).map(({ collective, argument }) => `${collective} ${argument}`)).toEqual([
      'b Court.',
    ])
    expect(dissent('v1-x')).toEqual([])
  })

  it('says what was ruled on an objection', () => {
    const ruled: Round = {
      ...round,
      rulings: [
        {
          on: 'b',
          ruling: 'inadmissible',
          by: 'f',
          date: '2026-03-05',
          reason: 'Sans lien',
          objection: null,
        },
      ],
    }
    const edition = compose(
      [
        verdict('guichet', 'open', {
          round: ruled,
          stances: { b: stance('objection', { argument: 'Non.' }) },
        }),
      ],
      'all',
    )
    expect(measure(edition, 'guichet').dissent[0]?.stanceLabel).toBe('objection jugée irrecevable')
  })

  const sentence = (rest: Partial<Verdict>, status: Status = 'adopted', files: Files = {}) =>
    (
      measure(compose([verdict('guichet', status, rest)], 'all', files), 'guichet').decision
        ?.sentence ?? ''
    )
      .replaceAll('\u00A0', '~')
      .replaceAll('\u202F', '|')
  const english = { 'programme.yaml': MANIFEST.replace('language: fr', 'language: en') }

  it('gives the decision in one sentence', { tags: ['long'] }, () => {
    const tally = {
      electorate: 7,
      consent: 4,
      reservation: 1,
      objection: 0,
      abstention: 1,
      silent: 1,
    }
    expect(sentence({ round: closed({}), tally })).toBe(
      'Adoptée le 12 avril 2026 par consentement~: quatre consentements, une réserve, une abstention|; un membre n’a rien dit.',
    )
    expect(sentence({ round: closed({}), tally }, 'adopted', english)).toBe(
      'Adopted on 12 April 2026 by consent: four consents, one reservation, one abstention; one member said nothing.',
    )
    expect(
      sentence(
        {
          round: closed(
            {
              b: stance('consent'),
              'exemple-a': stance('objection', { argument: 'x' }),
              z: stance('consent'),
            },
            'rejected',
          ),
        },
        'rejected',
      ),
    ).toBe(
      'Soumise à décision par consentement et non adoptée le 12 avril 2026~: un consentement, une objection|; un membre n’a rien dit.',
    )
    expect(
      sentence(
        {
          round,
          tally: {
            electorate: 20,
            consent: 17,
            reservation: 0,
            objection: 2,
            abstention: 0,
            silent: 0,
          },
        },
        'open',
      ),
    ).toBe(
      'En consultation du 1er mars 2026 au 10 avril 2026, à décider par consentement|; à ce jour~: 17 consentements, deux objections.',
    )
    expect(sentence({ round }, 'overdue')).toBe(
      'Soumise à décision par consentement du 1er mars 2026 au 10 avril 2026, sans résultat enregistré~: aucun membre ne s’est exprimé.',
    )
    expect(sentence({ round }, 'void')).toBe(
      'Consultation ouverte du 1er mars 2026 au 10 avril 2026, annulée parce que le texte a changé.',
    )
  })

  it('names every rule', { tags: ['long'] }, () => {
    const rule = (value: Round['rule']) =>
      sentence({ round: { ...closed({}), rule: value } }).replace(
        /^Adoptée le 12 avril 2026 |~:.*$/g,
        '',
      )
    expect(rule({ method: 'majority', 'at-least': '2/3', of: 'expressed' })).toBe(
      'à la majorité des deux tiers des suffrages exprimés',
    )
    expect(rule({ method: 'majority', 'more-than': '1/2', of: 'members' })).toBe(
      'à la majorité absolue des membres',
    )
    expect(rule({ method: 'majority', 'at-least': '5/8', of: 'present' })).toBe(
      'à la majorité de 5/8 des votants',
    )
    expect(rule({ method: 'consensus-minus', n: 1 })).toBe('par consensus moins un')
    expect(rule({ method: 'lazy' })).toBe('par accord tacite')
    expect(
      rule({
        method: 'lazy',
        days: 15,
        otherwise: { method: 'majority', 'at-least': '2/3', of: 'members' },
      }),
    ).toBe('par accord tacite ou, à défaut, à la majorité des deux tiers des membres')
    expect(rule({ method: 'rough' })).toBe('par consensus approximatif')
    expect(rule({ method: 'double-majority' })).toBe('à la double majorité')
  })
})
