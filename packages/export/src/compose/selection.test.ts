import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import type { Selection } from '../edition/selection.ts'
import { head, measures, programmeOf, round, stance, verdict } from '../samples/sample-programme.ts'
import { composeEdition } from './compose-edition.ts'

const programme = programmeOf({
  'axes/services/regle.md': `${head('Une règle', 'horizon: court\nscale: national\nrequests:\n  partis: La voter.\n')}## Ce que nous proposons\n\nUn texte.\n`,
})
const verdicts = [
  verdict('guichet', 'adopted'),
  verdict('regle', 'blocked'),
  verdict('moratoire', 'open', { round }),
]
const of = (selection: Partial<Selection>): Edition =>
  composeEdition(programme, verdicts, { kind: 'programme', status: 'all', ...selection })
const ids = (edition: Edition) => measures(edition).map(({ id, number }) => `${number} ${id}`)

describe('a selection', () => {
  it('is by axis, horizon, scale and addressee, each narrowing the others, under the numbers of the whole', {
    tags: ['long'],
  }, () => {
    expect(ids(of({ axes: ['ia'] }))).toEqual(['3 moratoire'])
    expect(ids(of({ horizons: ['court'] }))).toEqual(['1 guichet', '2 regle'])
    expect(ids(of({ scales: ['national'] }))).toEqual(['2 regle'])
    expect(ids(of({ addressees: ['syndicats'] }))).toEqual(['1 guichet'])
    expect(ids(of({ addressees: ['partis'], scales: ['national'] }))).toEqual(['2 regle'])
    expect(ids(of({ axes: ['ia'], horizons: ['court'] }))).toEqual([])
  })

  it('by addressee prints of the requests those alone', () => {
    const [guichet] = measures(of({ addressees: ['syndicats'] }))
    expect(guichet?.requests.map(({ number, addressee }) => `${number} ${addressee}`)).toEqual([
      '1.12 syndicats',
    ])
  })

  it('by status is a draft as soon as something in it is not adopted', () => {
    expect(ids(of({ status: ['open', 'blocked'] }))).toEqual(['2 regle', '3 moratoire'])
    expect(of({ status: ['open'] }).draft).toBe(true)
    expect(of({ status: ['adopted'] }).draft).toBe(false)
  })

  it('marks every measure that is not adopted', () => {
    expect(measures(of({})).map(({ mark }) => mark)).toEqual(['', 'bloquée', 'en débat'])
    expect(measures(of({ status: 'default' })).map(({ mark }) => mark)).toEqual([''])
  })

  it('says in its title what it is, and in its file names', () => {
    expect(of({})).toMatchObject({ subtitle: '', name: 'essai-2026-1' })
    expect(of({ axes: ['services'], horizons: ['court'] })).toMatchObject({
      subtitle: 'Axe\u00A0: Services. Horizon\u00A0: Court terme\u00A0: moins d’un an',
      name: 'essai-2026-1-axis-services-horizon-court',
    })
    expect(of({ kind: 'charter', addressees: ['partis'] })).toMatchObject({
      subtitle: 'Charte à signer. Destinataire\u00A0: Partis',
      name: 'essai-2026-1-charter-for-partis',
    })
    expect(of({ status: ['open', 'draft'] }).subtitle).toBe(
      'États\u00A0: en consultation, à l’état de projet',
    )
  })

  it('has a name that a disk takes, and no other selection has', () => {
    const many = (last: string) =>
      Array.from({ length: 40 }, (_, index) => `un-axe-au-long-nom-${index}`).concat(last)
    const [one, other] = [of({ axes: many('a') }).name, of({ axes: many('b') }).name]
    expect(one.length).toBeLessThanOrEqual(120)
    expect(one).not.toBe(other)
  })
})

describe('rulings', () => {
  const ruled = (rest: object, said = {}) => {
    const ruling = {
      on: 'b',
      ruling: 'inadmissible' as const,
      by: 'exemple-a',
      date: '2026-03-05',
      reason: 'Sans lien',
      objection: null,
    }
    const told = [
      verdict('guichet', 'open', {
        round: { ...round, rulings: [{ ...ruling, ...rest }] },
        stances: { b: stance('objection', said) },
      }),
    ]
    const [guichet] = measures(composeEdition(programme, told, { kind: 'dissent', status: 'all' }))
    return (guichet?.decision?.rulings ?? []).map((sentence) =>
      sentence.replaceAll('\u00A0', '~').replaceAll('\u202F', '|'),
    )
  }

  it('give the facilitator, the objector, the day and the reason', () => {
    expect(ruled({})).toEqual([
      'Le 5 mars 2026, l’objection faite par B a été jugée irrecevable par Les Ateliers (exemple)~: «~Sans lien~».',
    ])
    expect(ruled({ ruling: 'overruled', reason: 'Déjà répondu.' })).toEqual([
      'Le 5 mars 2026, l’objection faite par B a été écartée par Les Ateliers (exemple)~: «~Déjà répondu.~»',
    ])
    expect(ruled({ ruling: 'recused', reason: '' })).toEqual([
      'Le 5 mars 2026, la récusation du membre B pour ce tour a été prononcée par Les Ateliers (exemple).',
    ])
  })

  it('say when the member objected again since', () => {
    const [sentence] = ruled(
      { objection: { date: '2026-03-02', text: 'v1-x' } },
      { date: '2026-03-09' },
    )
    expect(sentence).toMatch(
      / Cette décision est tombée~: ce membre a donné depuis une autre position\.$/,
    )
    expect(ruled({ objection: { date: '2026-03-02', text: 'v1-x' } })[0]).not.toContain('tombée')
  })
})
