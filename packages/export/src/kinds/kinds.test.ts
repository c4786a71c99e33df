import type { Status } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { Edition } from '../edition/edition.ts'
import { type FlowNode, type InlineNode, nodesAsText } from '../edition/nodes.ts'
import type { Selection } from '../edition/selection.ts'
import {
  closed,
  head,
  MANIFEST,
  measures,
  programmeOf,
  round,
  shown,
  stance,
  verdict,
} from '../samples/sample-programme.ts'
import { kinds } from './kinds.ts'

const regle = `${head('Une règle', 'horizon: court\nscale: national\nrequests:\n  syndicats: La défendre.\n')}## Pourquoi

Voir [le guichet](guichet.md#pourquoi) et [le moratoire](../ia/moratoire.md), selon [@izoard].

## Ce que nous proposons

Un texte nouveau[^n] [@insee, p. 4].

## Questions ouvertes

Laquelle [@izoard, 3] ?

[^n]: Une note.
`
const programme = programmeOf({ 'axes/services/regle.md': regle })
const verdicts = [
  verdict('guichet', 'adopted-with-reservations', {
    round: closed({}),
    stances: {
      b: stance('reservation', { argument: 'Trop court. '.repeat(40), liftsIf: 'Six mois' }),
    },
  }),
  verdict('regle', 'adopted'),
  verdict('moratoire', 'open', { round }),
]
const of = (selection: Partial<Selection>): Edition =>
  composeEdition(programme, verdicts, { kind: 'programme', status: 'all', ...selection })
const ids = (edition: Edition) => measures(edition).map(({ id, number }) => `${number} ${id}`)

/** `number text` of each numbered block of an edition, calls to notes apart. */
function numbered(edition: Edition): string[] {
  const visit = (nodes: readonly (FlowNode | InlineNode)[]): string[] =>
    nodes.flatMap((node) => [
      ...(node.data?.number === undefined ? [] : [`${node.data.number} ${nodesAsText([node])}`]),
      ...('children' in node ? visit(node.children) : []),
    ])
  return edition.chapters.flatMap(({ introduction, measures: printed }) => [
    ...visit(introduction),
    ...printed.flatMap(({ summary, requests, sections }) => [
      ...[summary, ...requests].map(({ number, nodes }) => `${number} ${nodesAsText(nodes)}`),
      ...sections.flatMap(({ nodes }) => visit(nodes)),
    ]),
  ])
}

const selections = fc.record({
  kind: fc.constantFrom(...(Object.keys(kinds) as Selection['kind'][])),
  status: fc.constantFrom<Selection['status']>(
    'default',
    'all',
    ['open'],
    ['adopted', 'open'],
    ['draft'],
  ),
  axes: fc.subarray(['services', 'ia']),
  horizons: fc.subarray(['court']),
  scales: fc.subarray(['national']),
  addressees: fc.subarray(['partis', 'syndicats']),
})

describe('whatever the kind and the selection', () => {
  const whole = new Set(numbered(of({})))

  it('a number always precedes the same words', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(numbered(of(selection)).filter((block) => !whole.has(block))).toEqual([])
      }),
    )
  })

  it('no link leads to an unprinted part, and notes are numbered from 1', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const edition = of(selection)
        const printed = new Set<string>([
          ...edition.bibliography.map(({ id }) => `work ${id}`),
          ...edition.chapters.map(({ id }) => `chapter ${id}`),
          ...measures(edition).flatMap(({ id, sections }) => [
            `measure ${id}`,
            ...sections.map((one) => `section ${id} ${one.id}`),
          ]),
        ])
        const targets = (nodes: readonly (FlowNode | InlineNode)[]): string[] =>
          nodes.flatMap((node) => [
            ...(node.type === 'crossReference' ? [Object.values(node.target).join(' ')] : []),
            ...('children' in node ? targets(node.children) : []),
          ])
        for (const scope of [...edition.chapters, ...measures(edition)]) {
          const flow =
            'sections' in scope ? scope.sections.flatMap(({ nodes }) => nodes) : scope.introduction
          const text = [...flow, ...scope.notes.flatMap(({ nodes }) => nodes)]
          expect(targets(text).filter((target) => !printed.has(target))).toEqual([])
          expect(scope.notes.map(({ number }) => number)).toEqual(
            scope.notes.map((_, index) => index + 1),
          )
          const calls = callsIn(flow)
          expect([...new Set(calls.map(({ number }) => number))]).toEqual(
            scope.notes.map(({ number }) => number),
          )
          for (const note of scope.notes)
            expect(calls.filter((call) => call.note === note.id).map(({ call }) => call)).toEqual(
              upTo(note.calls),
            )
        }
        const cited = new Set(edition.bibliography.map(({ id }) => id))
        const leading = edition.chapters.flatMap(
          ({ introduction, notes, measures: printedHere }) => [
            ...targets([...introduction, ...notes.flatMap(({ nodes }) => nodes)]),
            ...printedHere.flatMap(({ notes: own }) => targets(own.flatMap(({ nodes }) => nodes))),
          ],
        )
        expect([...cited].filter((id) => !leading.includes(`work ${id}`))).toEqual([])
      }),
    )
  })

  it('reservations are printed beside the measure, except in the tribune', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(selections, (selection) => {
        for (const { id, dissent } of measures(of(selection)))
          expect(dissent.length).toBe(id === 'guichet' && selection.kind !== 'tribune' ? 1 : 0)
      }),
    )
  })
})

function callsIn(
  nodes: readonly (FlowNode | InlineNode)[],
): { note: string; number: number; call: number }[] {
  return nodes.flatMap((node) =>
    node.type === 'noteCall' ? [node] : 'children' in node ? callsIn(node.children) : [],
  )
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

describe('each kind', () => {
  it('a dossier lists the requests to one addressee, then gives the reasons', () => {
    const dossier = of({ kind: 'dossier', addressees: ['syndicats'] })
    expect(ids(dossier)).toEqual(['1 guichet', '2 regle'])
    expect(dossier.chapters.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '0 Ce que nous demandons',
      '1 Services',
    ])
    expect(shown(dossier.chapters[0]?.introduction ?? [])).toBe(
      '<§1.12, Garantir le guichet→guichet>~: Exiger des effectifs.\n<§2.4, Une règle→regle>~: La défendre.\n',
    )
    expect(measures(dossier).map(({ sections }) => sections.map(({ id }) => id))).toEqual([
      ['why', 'measure'],
      ['why', 'measure'],
    ])
    expect(
      measures(dossier).flatMap(({ requests }) => requests.map(({ addressee }) => addressee)),
    ).toEqual(['syndicats', 'syndicats'])
    expect(dossier.addressees.map(({ id }) => id)).toEqual(['syndicats'])
    expect(dossier).toMatchObject({
      subtitle: 'Dossier pour les syndicats',
      name: 'essai-2026-1-dossier-syndicats',
    })
  })

  it('a dossier leaves out what asks nothing of anybody', () => {
    expect(ids(of({ kind: 'dossier', status: 'all' }))).toEqual(['1 guichet', '2 regle'])
  })

  it('a dossier is for those whose name is in the plural', () => {
    const [one, many] = ['Assemblée nationale', 'Les Verts'].map((title) => {
      const manifest = MANIFEST.replace('title: Syndicats', `title: ${title}`)
      return composeEdition(programmeOf({ 'programme.yaml': manifest }), [], {
        kind: 'dossier',
        status: 'all',
        addressees: ['syndicats'],
      })
    })
    expect([one?.subtitle, many?.subtitle]).toEqual([
      'Dossier\u00A0: Assemblée nationale',
      'Dossier\u00A0: Les Verts',
    ])
  })

  it('a tribune holds titles and summaries alone', () => {
    const tribune = of({ kind: 'tribune' })
    expect(ids(tribune)).toEqual(['1 guichet', '2 regle', '3 moratoire'])
    expect(measures(tribune)[0]).toMatchObject({
      facts: [],
      requests: [],
      sections: [],
      notes: [],
      dissent: [],
      decision: null,
    })
    expect(tribune).toMatchObject({ bibliography: [], collectives: [], examples: false })
  })

  it('a brochure says as much as fits, and quotes reservations in short, word for word', () => {
    const brochure = of({ kind: 'brochure' })
    expect(measures(brochure)[0]?.sections.map(({ id }) => id)).toEqual(['measure'])
    const [said] = measures(brochure)[0]?.dissent ?? []
    expect(said?.argument.length).toBeLessThanOrEqual(220)
    expect(said?.argument).toMatch(/^(?:Trop court\. )+\[…\]$/)
  })

  it('a charter is the text consented to, a pledge before it, and room to answer', () => {
    const charter = of({ kind: 'charter', floor: 2 })
    expect(shown(charter.chapters[0]?.introduction ?? [])).toMatch(
      /^Nous nous engageons sur au moins deux de ces mesures\.\n/,
    )
    expect(shown(of({ kind: 'charter' }).chapters[0]?.introduction ?? [])).toMatch(
      /^Nous nous engageons sur au moins …+ de ces mesures\.\n/,
    )
    expect(measures(charter).every(({ answer }) => answer)).toBe(true)
    expect(measures(charter)[0]?.sections.map(({ id }) => id)).toEqual(['measure'])
    expect(measures(charter)[0]?.facts.map(({ id }) => id)).toEqual(['horizon'])
  })

  it('a dissent holds the disputed measures, their text and the reservations in full', () => {
    const dissent = of({ kind: 'dissent' })
    expect(ids(dissent)).toEqual(['1 guichet'])
    expect(measures(dissent)[0]?.dissent[0]).toMatchObject({
      argument: 'Trop court. '.repeat(40).trim(),
      liftsIf: 'Six mois',
    })
    expect(measures(dissent)[0]?.decision?.sentence).toContain('Adoptée le 12 avril 2026')
  })

  it('nothing selected is an edition without a chapter', () => {
    for (const kind of Object.keys(kinds) as Selection['kind'][])
      expect(of({ kind, status: ['rejected' as Status] }).chapters).toEqual([])
  })
})
