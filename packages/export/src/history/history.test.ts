import { describe, expect, it } from 'vitest'
import {
  compose,
  type Files,
  MANIFEST,
  measure,
  programmeOf,
  stance,
  verdict,
} from '../samples/sample-programme.ts'

const DECISIONS = `proposal: guichet
rounds:
  - opened: 2026-01-05
    closes: 2026-01-25
    text: v1-a
    rule: {method: consent}
    electorate: {exemple-a: 1, b: 1}
    seal: v1-s
    final-period: [2026-01-09]
    rulings:
      - {on: b, ruling: overruled, by: exemple-a, date: 2026-01-09, reason: Sans lien, objection: {date: 2026-01-08, text: v1-a}}
    outcome:
      result: blocked
      closed: 2026-01-26
      stances:
        exemple-a: {stance: consent, date: 2026-01-10, text: v1-a, state: fresh}
        b: {stance: objection, date: 2026-01-10, text: v1-a, state: fresh, argument: Non}
      seal: v1-t
  - opened: 2026-03-01
    closes: 2026-04-10
    text: v1-x
    rule: {method: consent}
    electorate: {exemple-a: 1, b: 1}
    seal: v1-u
    outcome:
      result: adopted
      closed: 2026-04-12
      stances:
        b: {stance: consent, date: 2026-03-02, text: v1-x, state: fresh}
        exemple-a: {stance: consent, date: 2026-03-02, text: v1-x, state: fresh}
      seal: v1-v
`
const amendment = (rest: string) =>
  `---\namends: guichet\nbase: v1-${'0'.repeat(64)}\n${rest}---\n\n## Motifs\n\nx\n`
const FILES: Files = {
  'decisions/guichet.yaml': DECISIONS,
  'amendments/guichet/un.md': amendment(
    'by: b\ndate: 2026-02-01\noutcome: adopted-modified\nadopted: {date: 2026-02-20, from: v1-a, to: v1-b}\n',
  ),
  'amendments/guichet/deux.md': amendment('by: exemple-a\ndate: 2026-02-02\n'),
  'editions/2026-0.json': JSON.stringify({
    edition: '2026-0',
    date: '2026-04-20',
    identifier: 'essai',
    measures: [
      {
        id: 'guichet',
        number: 1,
        title: 'T',
        status: 'adopted',
        digest: `v1-${'0'.repeat(64)}`,
        whole: `v1-${'0'.repeat(64)}`,
        round: null,
      },
    ],
  }),
  'transmissions/mairie.yaml': `name: Mairie d'Essai
kind: partis
handed:
  - edition: "2026-0"
    date: 2026-04-25
    proposals: [guichet]
    answers:
      - {proposal: guichet, answer: partly, date: 2026-04-30, link: "https://a.org"}
      - {proposal: guichet, answer: taken-up, date: 2026-06-30, link: "https://a.org"}
`,
}
const verdicts = [
  verdict('guichet', 'adopted', {
    stances: { b: stance('consent'), c: stance('reservation', { date: '2026-04-28' }) },
  }),
]
const history = (files: Files = {}, id = 'guichet') =>
  measure(compose(verdicts, 'all', { ...FILES, ...files }), id).history.map(
    ({ date, kind, label }) => `${date} ${kind} ${label.replace(/[\u00A0\u202F]/g, ' ')}`,
  )

describe('the history of a proposal', () => {
  it('lists rounds, stances, rulings, amendments, editions and answers by day, until the edition', () => {
    expect(history()).toEqual([
      '2026-01-05 opened Consultation ouverte jusqu’au 25 janvier 2026.',
      '2026-01-09 final-period La période finale commence.',
      '2026-01-09 ruling Objection écartée : B.',
      '2026-01-10 stance Consentement : Les Ateliers (exemple).',
      '2026-01-10 stance Objection : B.',
      '2026-01-26 closed Bloquée par une objection : un consentement, une objection.',
      '2026-02-01 amendment Amendement proposé par B.',
      '2026-02-02 amendment Amendement proposé par Les Ateliers (exemple).',
      '2026-02-20 amended Amendement adopté après modification, proposé par B.',
      '2026-03-01 opened Consultation ouverte jusqu’au 10 avril 2026.',
      '2026-03-02 stance Consentements : B, Les Ateliers (exemple).',
      '2026-04-12 adopted Adoptée : deux consentements.',
      '2026-04-20 edition Imprimée dans l’édition 2026-0.',
      '2026-04-25 handed-over Remise à « Mairie d’Essai » (édition 2026-0).',
      '2026-04-28 stance Réserve : c.',
      '2026-04-30 answered Reprise en partie par « Mairie d’Essai ».',
    ])
  })

  it('lists a void round without counts', () => {
    const outrun = DECISIONS.replace('result: adopted', 'result: void')
    expect(history({ 'decisions/guichet.yaml': outrun })).toContain(
      '2026-04-12 closed Consultation annulée.',
    )
  })

  it('gives the withdrawal and its reason', () => {
    const withdrawn = compose([verdict('retiree', 'adopted')], 'all', FILES)
    expect(
      measure(withdrawn, 'retiree').history.map(
        ({ date, label }) => `${date} ${label.replace(/[\u00A0\u202F]/g, ' ')}`,
      ),
    ).toEqual(['2026-01-01 Retirée : « Sans objet ».'])
  })

  it('is in English in an English programme', () => {
    const english = history({ 'programme.yaml': MANIFEST.replace('language: fr', 'language: en') })
    expect(english[0]).toBe('2026-01-05 opened Open for consultation until 25 January 2026.')
    expect(english[10]).toBe('2026-03-02 stance Consents: B, Les Ateliers (example).')
    expect(english.at(-1)).toMatch(/Taken up in part by “Mairie d.Essai”\.$/)
  })

  it('sets apart names that are read from right to left, so that two of them keep their order', () => {
    const arabic = history({
      'collectives/b.yaml': 'name: جمعية (فرع)\n',
      'collectives/exemple-a.yaml': 'name: עמותה\nexample: true\n',
    })
    expect(arabic).toContain(
      '2026-03-02 stance Consentements : \u2068جمعية (فرع)\u2069, \u2068עמותה\u2069 (exemple).',
    )
  })

  it('does not depend on the order of files, and holds no other proposal', {
    tags: ['long'],
  }, () => {
    const reversed = Object.fromEntries(Object.entries(FILES).reverse())
    expect(programmeOf(reversed).amendments).toEqual(programmeOf(FILES).amendments)
    expect(measure(compose(verdicts, 'all', reversed), 'guichet').history).toEqual(
      measure(compose(verdicts, 'all', FILES), 'guichet').history,
    )
    expect(history({}, 'regle')).toEqual([])
  })
})
