import { describe, expect, it } from 'vitest'
import type { Selection } from '../edition/selection.ts'
import { closed, programmeOf, stance, verdict } from '../samples/sample-programme.ts'
import { composeEdition } from './compose-edition.ts'

const handed = (name: string, kind: string, answers = '[]') =>
  `name: ${name}\nkind: ${kind}\nhanded:\n  - edition: "1"\n    date: 2026-05-02\n    proposals: [guichet, ancienne]\n    answers: ${answers}\n`
const programme = programmeOf({
  'transmissions/z.yaml': handed('Z', 'partis'),
  'transmissions/y.yaml': handed('Y', 'partis'),
  'transmissions/a.yaml': handed(
    '"Union : locale"',
    'syndicats',
    '[{proposal: guichet, answer: partly, date: 2026-06-01, link: "https://example.org/a"}, {proposal: guichet, answer: refused, date: 2026-05-10}]',
  ),
  'transmissions/vide.yaml': 'name: Vide\nkind: partis\n',
})
const of = (selection: Partial<Selection> = {}, verdicts = [verdict('guichet', 'adopted')]) =>
  composeEdition(programme, verdicts, { kind: 'programme', status: 'all', ...selection })

describe('what was handed over', () => {
  it('is sorted by addressee, answers by day; unprinted proposals have their title only', () => {
    const { transmissions } = of()
    expect(transmissions.map(({ name, addresseeLabel }) => `${name}, ${addresseeLabel}`)).toEqual([
      'Y, Partis',
      'Z, Partis',
      'Union\u00A0: locale, Syndicats',
    ])
    expect(transmissions[2]?.handed[0]).toMatchObject({
      proposals: [{ id: 'guichet', title: 'Garantir le guichet' }, { id: 'ancienne' }],
      answers: [
        { answerLabel: 'refusée', link: '' },
        { answerLabel: 'reprise en partie', link: 'https://example.org/a' },
      ],
    })
  })

  it('is not in extracts', { tags: ['long'] }, () => {
    for (const kind of ['dossier', 'tribune', 'brochure', 'charter', 'dissent'] as const)
      expect(of({ kind }).transmissions).toEqual([])
  })
})

describe('what fell because the text changed', () => {
  it('holds void rounds and stale stances, not valid objections', () => {
    const stale = { state: 'stale', counted: false, why: 'textChanged' } as const
    const stances = {
      a: stance('consent', stale),
      b: stance('consent', stale),
      c: stance('objection', { ...stale, counted: true, why: 'standing', argument: 'Non.' }),
    }
    const round = { ...closed({}), outcome: null, text: 'v1-autre' }
    const { fallen } = of({}, [verdict('guichet', 'void', { round, stances })])
    expect(fallen.map(({ measure, kind }) => `${measure} ${kind}`)).toEqual([
      'guichet round',
      'guichet stance',
    ])
    expect(fallen[1]?.label).toMatch(/^Des consentements, à redemander\u00A0: /)
    expect(of().fallen).toEqual([])
  })
})
