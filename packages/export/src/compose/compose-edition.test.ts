import { buildProgramme, readDocument, type Status } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'
import {
  closed,
  compose,
  head,
  MANIFEST,
  measure,
  measures,
  programmeOf,
  shown,
  verdict,
} from '../samples/sample-programme.ts'
import { composeEdition } from './compose-edition.ts'

describe('a selection', () => {
  const ids = (edition: Edition) => measures(edition).map(({ id, number }) => `${number} ${id}`)

  it('prints everything as a draft while nothing is adopted', () => {
    const edition = compose([verdict('moratoire', 'open')])
    expect(ids(edition)).toEqual(['1 guichet', '2 regle', '3 moratoire'])
    expect(edition.draft).toBe(true)
    expect(edition.words.draftNotice).toContain('aucune proposition n’est encore adoptée')
  })

  it('prints adopted proposals under the numbers of the whole', () => {
    const edition = compose([
      verdict('guichet', 'rejected'),
      verdict('moratoire', 'adopted-with-reservations'),
    ])
    expect(ids(edition)).toEqual(['3 moratoire'])
    expect(edition.chapters.map(({ number }) => number)).toEqual([2])
    expect(edition.draft).toBe(false)
    expect(measure(edition, 'moratoire').statusLabel).toBe('adoptée avec réserves')
  })

  it('prints every proposal neither withdrawn nor merged with status “all”, as a draft', () => {
    const edition = compose([verdict('moratoire', 'adopted'), verdict('guichet', 'blocked')], 'all')
    expect(ids(edition)).toEqual(['1 guichet', '2 regle', '3 moratoire'])
    expect(measures(edition).map(({ statusLabel }) => statusLabel)).toEqual([
      'bloquée par une objection',
      'à l’état de projet',
      'adoptée',
    ])
    expect(edition.draft).toBe(true)
    expect(edition.words.draftNotice).toContain('qui ne sont pas adoptées')
  })

  it('marks unadopted proposals, and no others', () => {
    const mark = (status: Status) =>
      measure(compose([verdict('guichet', status)], 'all'), 'guichet').mark
    expect([mark('adopted'), mark('adopted-with-reservations'), mark('blocked')]).toEqual([
      '',
      '',
      'bloquée',
    ])
  })

  it('prints one that is adopted until the day it is withdrawn, which the count knows', () => {
    expect(ids(compose([verdict('retiree', 'adopted')]))).toEqual(['3 retiree'])
    expect(ids(compose([verdict('retiree', 'withdrawn'), verdict('guichet', 'adopted')]))).toEqual([
      '1 guichet',
    ])
  })

  it('surveys all proposals by axis as soon as one is left out', () => {
    const { overview } = compose([verdict('moratoire', 'blocked'), verdict('guichet', 'adopted')])
    const told = overview?.chapters.map(({ number, title, measures: all }) => [
      `${number} ${title}`,
      ...all.map(({ id, statusLabel }) => `${id} ${statusLabel}`),
    ])
    expect(told).toEqual([
      ['1 Services', 'guichet adoptée', 'regle à l’état de projet'],
      ['2 IA', 'moratoire bloquée par une objection'],
    ])
    expect(compose([], 'all').overview).toBeNull()
  })

  const old = `${head('La règle d’avant')}## Ce que nous proposons\n\nLe texte adopté, selon [@izoard].\n`
  const decisions =
    'proposal: regle\nrounds:\n  - {opened: 2026-03-01, closes: 2026-04-10, text: v1-x, rule: {method: consent}, electorate: {b: 1}, seal: v1-y, outcome: {result: adopted, closed: 2026-04-12, stances: {}, seal: v1-z}}\n'

  it('prints a changed proposal as adopted, and in its current text in a draft', () => {
    const files = { 'decisions/regle.yaml': decisions, 'decisions/regle/2026-03-01/text.md': old }
    const verdicts = [verdict('regle', 'changed', { round: closed({}) })]
    const adopted = measure(compose(verdicts, 'default', files), 'regle')
    expect(adopted.title).toBe('La règle d’avant')
    expect(shown(adopted.sections[0]?.nodes ?? [])).toBe('§2.2 Le texte adopté, selon^1.\n')
    expect(adopted.normative).not.toBe(measure(compose(verdicts, 'all', files), 'regle').normative)
    expect(measure(compose(verdicts, 'all', files), 'regle').title).toBe(
      'Une règle~: la loi'.replace('~', '\u00A0'),
    )
  })

  it('leaves a changed proposal out when the adopted text is lost', () => {
    expect(ids(compose([verdict('regle', 'changed'), verdict('moratoire', 'adopted')]))).toEqual([
      '3 moratoire',
    ])
  })
})

it('heads requests otherwise than a section of the programme is headed', () => {
  const sectionCalled = (title: string) =>
    MANIFEST.replace('title: Ce que nous proposons', `title: ${title}`)
  const requests = (title: string) =>
    compose([], 'default', { 'programme.yaml': sectionCalled(title) }).words.requests
  expect(requests('Ce que nous proposons')).toBe('Ce que nous demandons')
  expect(requests('Ce que nous demandons')).toBe('Nos demandes')
  expect(requests('Nos demandes')).toBe('Ce que nous demandons')
  expect(requests('Ce que nous demandons}\n  - {id: nos-demandes, title: Nos demandes')).toBe(
    'Demandes par destinataire',
  )
})

describe('a measure', () => {
  const guichet = measure(compose(), 'guichet')
  const section = (id: string) => shown(guichet.sections.find((one) => one.id === id)?.nodes ?? [])

  it('gives sections of the same title distinct ids', () => {
    const text = `${head('Une règle')}## Pourquoi\n\nUn.\n\n## Annexe\n\nDeux.\n\n## Annexe\n\nTrois.\n\n## Annexe\n\nQuatre.\n`
    const { sections } = measure(
      compose([], 'default', { 'axes/services/regle.md': text }),
      'regle',
    )
    expect(sections.map(({ id }) => id)).toEqual(['why', 'annexe', 'annexe-2', 'annexe-3'])
  })

  it('prints sections in the manifest’s order and numbers blocks down the page, requests after what people consent to', () => {
    expect(guichet.sections.map(({ id, normative }) => [id, normative])).toEqual([
      ['why', false],
      ['measure', true],
      ['questions', false],
    ])
    expect(guichet.summary).toEqual({
      number: '1.1',
      nodes: [{ type: 'text', value: 'Un résumé\u202F; court.' }],
    })
    expect(guichet.requests.map(({ number, addresseeLabel }) => [number, addresseeLabel])).toEqual([
      ['1.11', 'Partis'],
      ['1.12', 'Syndicats'],
    ])
    expect(section('questions')).toBe('§1.13 Et après|?\n')
  })

  it('turns citations and notes into notes, the same one for the same pages', () => {
    expect(section('why')).toBe(
      '§1.2 Un tiers renonce^1~: c’est beaucoup^2. Encore^3|^1(2).\n§1.3 Une «~citation~»^4.\n',
    )
    expect(guichet.notes.map(({ number, calls, nodes }) => [number, calls, shown(nodes)])).toEqual([
      [1, 2, 'Insee, <Démarches~: le renoncement→insee>, 2022, p.~3.\n'],
      [
        2,
        1,
        'Insee, <Démarches~: le renoncement→insee>, 2022|; IZOARD, <La Ruée minière→izoard>, 2024, p.~12.\n',
      ],
      [
        3,
        2,
        'Une note|; avec (IZOARD, <La Ruée minière→izoard>, 2024) et ([source inconnue~: inconnue]).\n',
      ],
      [4, 1, '[source inconnue~: inconnue].\n'],
    ])
  })

  it('resolves links, keeps images that exist, drops raw HTML', () => {
    expect(section('measure')).toBe(
      [
        '§1.4 Voir <la règle→regle>, <ses raisons→regle#why>, <l’axe→ia>, <plus bas→guichet#questions>, retirée, <le web→https://a.org/x?y=1;z>, mal, <ref→https://b.org>.',
        '§1.5 un point^3(2)|;',
        '§1.6 un sous-point|;',
        'suite',
        '§1.7 un autre',
        'Détail',
        '§1.8 A|B|12|000~€|gras~~non~~|§1.9 code ; "x"',
        '§1.10 !Une carte~: la France→assets/carte.png! et absente',
        '',
      ].join('\n'),
    )
  })

  it('says the rank of each block in the source', () => {
    const ordinals: number[] = []
    const visit = (nodes: readonly (FlowNode | InlineNode)[]) => {
      for (const node of nodes) {
        if (node.data?.ordinal !== undefined) ordinals.push(node.data.ordinal)
        if ('children' in node) visit(node.children)
      }
    }
    for (const { nodes } of guichet.sections) visit(nodes)
    expect(ordinals).toEqual([4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 2])
  })

  it('gives its facts in words', () => {
    expect(guichet.facts).toEqual([
      { id: 'horizon', label: 'Horizon', value: 'Court terme\u00A0: moins d’un an' },
      { id: 'authors', label: 'Proposée par', value: 'Les Ateliers (exemple)' },
    ])
    const more =
      'requires: [guichet, moratoire]\nas-of: [{date: 2025-03-01, what: Le décret}, {date: 2025-04-01, what: La loi}]\n'
    const regle = `${head('Une règle', more)}## Ce que nous proposons\n\nUn texte.\n`
    const factsIn = (language: string) => {
      const { chapters } = composeEdition(
        programmeOf({
          'programme.yaml': MANIFEST.replace('language: fr', `language: ${language}`),
          'axes/services/regle.md': regle,
        }),
        [],
        { kind: 'programme', status: 'all' },
      )
      const printed = chapters[0]?.measures.find(({ id }) => id === 'regle')
      return printed?.facts.map(({ id, value }) => `${id} ${value}`)
    }
    expect(factsIn('fr')).toEqual([
      'requires Garantir le guichet\u202F; Un moratoire',
      'asOf Le décret (1er mars 2025)\u202F; La loi (1er avril 2025)',
    ])
    expect(factsIn('en')).toEqual([
      'requires Garantir le guichet; Un moratoire',
      'asOf Le décret (1 March 2025); La loi (1 April 2025)',
    ])
  })
})

describe('the rest of the edition', () => {
  const edition = compose()

  it('names itself for any file system', () => {
    expect(edition).toMatchObject({
      name: 'essai-2026-1',
      edition: '2026/1',
      date: '2026-05-01',
      title: 'Un programme d’essai',
      publisher: 'L’assemblée',
      examples: true,
    })
  })

  it('lists the works cited and where', () => {
    expect(
      edition.bibliography.map(({ id, citedIn, level, levelLabel }) => [
        id,
        citedIn,
        level,
        levelLabel,
      ]),
    ).toEqual([
      ['insee', [1], 'A', 'vue chez son auteur'],
      ['izoard', [1], '', ''],
    ])
  })

  it('prints the introduction of an axis with its own notes', () => {
    expect(shown(edition.chapters[0]?.introduction ?? [])).toBe('L’axe, selon l’Insee^1.\n')
    expect(edition.chapters[0]?.notes).toHaveLength(1)
  })

  it('holds no node that an exporter does not know', () => {
    expect(JSON.stringify(edition)).not.toMatch(
      /"type":"(?:html|definition|footnoteDefinition|footnoteReference|citation|linkReference|imageReference)"|javascript:|"position"/,
    )
  })

  it('is the same when trees are not cached and every read gives a new one', {
    tags: ['long'],
  }, () => {
    const files = {
      'amendments/moratoire/delai.md':
        '---\namends: moratoire\nby: exemple-a\ndate: 2026-04-01\nbase: v1-x\n---\n\n## Raisons\n\nParce que[^1].\n\n[^1]: Une note.\n\n## Texte\n\nAttendre{++, et voir++}.\n',
    }
    const whole = composeEdition(programmeOf(files), [], { kind: 'programme', status: 'all' })
    const gone = programmeOf(files, (source, kind) =>
      readDocument(source, kind, parseMarkdown, (read) => read()),
    )
    expect(measure(whole, 'moratoire').amendments).toHaveLength(1)
    expect(composeEdition(gone, [], { kind: 'programme', status: 'all' })).toEqual(whole)
  })

  it('survives a programme with next to nothing in it', () => {
    const bare = composeEdition(
      buildProgramme({
        sources: [{ path: 'axes/a/p.md', text: '---\ntitle: [\n---\n' }],
        assets: [],
        findings: [],
      }),
      [],
      { kind: 'programme', status: 'default', version: '0.1.0', day: '2026-01-01' },
    )
    expect(bare).toMatchObject({ edition: '0.1.0', date: '2026-01-01', draft: true })
    expect(measures(bare).map(({ id }) => id)).toEqual(['p'])
  })

  it('uses English labels and typography in an English programme, except for text in another language', () => {
    const english = compose([], 'default', {
      'programme.yaml': MANIFEST.replace('language: fr', 'language: en-GB'),
    })
    expect(english.words.contents).toBe('Contents')
    expect(measure(english, 'guichet').summary.nodes).toEqual([
      { type: 'text', value: 'Un résumé; court.' },
    ])
    expect(measure(english, 'guichet').statusLabel).toBe('draft')
  })
})
