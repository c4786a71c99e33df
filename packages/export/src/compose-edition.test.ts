import { buildProgramme, type CountedStance, type Programme, type Round, type Status, type Verdict, type VerdictStance } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { composeEdition } from './compose-edition.ts'
import type { Edition, FlowNode, InlineNode, Measure } from './edition.ts'

const MANIFEST = `title: Un programme d'essai
language: fr
axes: [services, ia]
horizons: [{id: court, title: "Court terme : moins d'un an"}]
scales: [{id: national, title: National}]
actions: [{id: garantir, title: Garantir}]
impacts: [{id: droits, title: Droits}]
addressees: [{id: partis, title: Partis}, {id: syndicats, title: Syndicats}]
sections:
  - {id: why, title: Pourquoi}
  - {id: measure, title: Ce que nous proposons, normative: true}
  - {id: questions, title: Questions ouvertes}
publication: {identifier: essai, edition: 2026/1, date: 2026-05-01, publisher: L'assemblée}
`
const SOURCES = `- id: insee
  type: report
  title: "Démarches : le renoncement"
  author: [{literal: Insee}]
  issued: {date-parts: [[2022, 5]]}
  URL: https://www.insee.fr/1
  level: A
  seen: 2026-03-01
- id: izoard
  type: book
  title: La Ruée minière
  author: [{family: Izoard, given: Celia}]
  issued: {date-parts: [[2024]]}
- id: never-cited
  type: book
  title: Rien
`
const head = (title: string, rest = '') => `---\ntitle: "${title}"\nsummary: Un résumé ; court.\n${rest}---\n\n`
const GUICHET = `${head('Garantir le guichet', 'horizon: court\nrequests:\n  syndicats: Exiger des effectifs.\n  partis: Voter la loi.\nauthors: [exemple-a]\n')}## Questions ouvertes

Et après ?

## Pourquoi

Un tiers renonce [@insee, p. 3] : c'est *beaucoup* [@insee; @izoard, 12]. Encore[^a] [@insee, p. 3].

> Une "citation" [@inconnue].

## Ce que nous proposons

Voir [la règle](regle.md), [ses raisons](./regle.md#pourquoi), [l'axe](../ia/axis.md), [plus bas](#questions-ouvertes), [retirée](retiree.md), [le web](https://a.org/x?y=1;z), [mal](javascript:alert(1)), [ref][r].

- un point[^a] ;
  - un sous-point ;

  suite
- un autre

### Détail

| A | B |
| --- | --- |
| 12000 € | <b>gras</b>~~non~~ |

\`\`\`
code ; "x"
\`\`\`

![Une carte : la France](../../assets/carte.png) et ![absente](../../assets/rien.png)<!-- cahier x -->

<div>caché</div>

[r]: https://b.org
[^a]: Une note ; avec [@izoard] et [@inconnue].
`

interface Files {
  readonly [path: string]: string
}

const FILES: Files = {
  'programme.yaml': MANIFEST,
  'sources.yaml': SOURCES,
  'axes/services/axis.md':
    "---\ntitle: Services\nquestion: Comment faire ?\nproposals: [guichet, regle, retiree]\n---\n\nL'axe, selon l'Insee [@insee].\n",
  'axes/services/guichet.md': GUICHET,
  'axes/services/regle.md': `${head('Une règle : la loi')}## Pourquoi\n\nParce que.\n\n## Ce que nous proposons\n\nUn texte nouveau.\n`,
  'axes/services/retiree.md': head('Retirée', 'withdrawn: {date: 2026-01-01, reason: Sans objet}\n'),
  'axes/ia/axis.md': '---\ntitle: IA\nquestion: Qui décide ?\n---\n',
  'axes/ia/moratoire.md': `${head('Un moratoire')}## Ce que nous proposons\n\nAttendre.\n`,
  'axes/ia/vieille.md': head('Vieille', 'replaced-by: moratoire\n'),
  'collectives/exemple-a.yaml': 'name: Les Ateliers\nkind: association\nexample: true\njoined: 2025-01-01\n',
  'collectives/b.yaml': 'name: B\nkind: association\njoined: 2025-01-01\n',
}

const round: Round = {
  opened: '2026-03-01',
  closes: '2026-04-10',
  text: 'v1-x',
  rule: { method: 'consent' },
  electorate: { 'exemple-a': 1, b: 1, c: 1 },
  notified: {},
  seal: '',
  rulings: [],
  outcome: null,
}
const closed = (stances: Record<string, CountedStance>, result: 'adopted' | 'rejected' = 'adopted'): Round => ({
  ...round,
  outcome: { result, closed: '2026-04-12', stances, seal: '' },
})

function programmeOf(files: Files = {}): Programme {
  const sources = Object.entries({ ...FILES, ...files }).map(([path, text]) => ({ path, text }))
  const carte = { path: 'assets/carte.png', size: 1, sha256: '0'.repeat(64), mediaType: 'image/png', width: 1, height: 1 }
  return buildProgramme({ sources, assets: [carte], findings: [] })
}

function verdict(proposal: string, status: Status, rest: Partial<Verdict> = {}): Verdict {
  const tally = { electorate: 3, consent: 0, reservation: 0, objection: 0, abstention: 0, silent: 3 }
  return {
    proposal,
    status,
    digest: 'v1-x',
    round: null,
    electorate: ['exemple-a', 'b', 'c'],
    stances: {},
    missing: [],
    tally,
    handedOver: [],
    takenUp: [],
    why: { message: '', data: {} },
    ...rest,
  }
}

const stance = (kind: VerdictStance['stance'], rest: Partial<VerdictStance> = {}): VerdictStance => ({
  proposal: 'guichet',
  stance: kind,
  date: '2026-03-02',
  text: 'v1-x',
  by: '',
  argument: '',
  liftsIf: '',
  state: 'fresh',
  counted: true,
  why: '',
  ...rest,
})

const compose = (verdicts: readonly Verdict[] = [], status: 'default' | 'all' = 'default', files: Files = {}): Edition =>
  composeEdition(programmeOf(files), verdicts, { kind: 'programme', status })

const measures = (edition: Edition): Measure[] => edition.chapters.flatMap((chapter) => chapter.measures)
const measure = (edition: Edition, id: string): Measure => {
  const found = measures(edition).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found
}

/** U+00A0 as `~`, U+202F as `|`; calls as `^1`, cross references as `<words→target>`, numbers as `§1.2`. */
function shown(nodes: readonly (FlowNode | InlineNode)[]): string {
  const written = nodes.map((node): string => {
    const number = node.data?.number === undefined ? '' : `§${node.data.number} `
    if (node.type === 'noteCall') return `^${node.number}${node.call > 1 ? `(${node.call})` : ''}`
    if (node.type === 'crossReference')
      return `<${shown(node.children)}→${'section' in node.target ? `${node.target.id}#${node.target.section}` : node.target.id}>`
    if (node.type === 'link') return `<${shown(node.children)}→${node.url}>`
    if (node.type === 'image') return `!${node.alt}→${node.url}!`
    if (node.type === 'delete') return `~~${shown(node.children)}~~`
    const inside = 'children' in node ? shown(node.children) : 'value' in node ? node.value : `<${node.type}>`
    return ['paragraph', 'heading', 'listItem', 'code', 'tableCell'].includes(node.type)
      ? `${number}${inside}${node.type === 'tableCell' ? '|' : '\n'}`
      : number + inside
  })
  return written.join('').replaceAll('\u00A0', '~').replaceAll('\u202F', '|').replace(/\n+/g, '\n')
}

describe('what goes in', () => {
  const ids = (edition: Edition) => measures(edition).map(({ id, number }) => `${number} ${id}`)

  it('prints everything as a draft while nothing is adopted', () => {
    const edition = compose([verdict('moratoire', 'open')])
    expect(ids(edition)).toEqual(['1 guichet', '2 regle', '3 moratoire'])
    expect(edition.draft).toBe(true)
    expect(edition.words.draftNotice).toContain('aucune proposition n’est encore adoptée')
  })

  it('prints what is adopted, under the numbers of the whole', () => {
    const edition = compose([verdict('guichet', 'rejected'), verdict('moratoire', 'adopted-with-reservations')])
    expect(ids(edition)).toEqual(['3 moratoire'])
    expect(edition.chapters.map(({ number }) => number)).toEqual([2])
    expect(edition.draft).toBe(false)
    expect(measure(edition, 'moratoire').statusLabel).toBe('adoptée avec réserves')
  })

  it('prints all that is neither withdrawn nor merged when asked to, and says so', () => {
    const edition = compose([verdict('moratoire', 'adopted'), verdict('guichet', 'blocked')], 'all')
    expect(ids(edition)).toEqual(['1 guichet', '2 regle', '3 moratoire'])
    expect(measures(edition).map(({ statusLabel }) => statusLabel)).toEqual(['bloquée par une objection', 'à l’état de projet', 'adoptée'])
    expect(edition.draft).toBe(true)
    expect(edition.words.draftNotice).toContain('qui ne sont pas adoptées')
  })

  const old = `${head('La règle d’avant')}## Ce que nous proposons\n\nLe texte adopté, selon [@izoard].\n`
  const decisions =
    'proposal: regle\nrounds:\n  - {opened: 2026-03-01, closes: 2026-04-10, text: v1-x, rule: {method: consent}, electorate: {b: 1}, seal: v1-y, outcome: {result: adopted, closed: 2026-04-12, stances: {}, seal: v1-z}}\n'

  it('prints a changed proposal as it was adopted, and as it stands in a draft', () => {
    const files = { 'decisions/regle.yaml': decisions, 'decisions/regle/2026-03-01/text.md': old }
    const verdicts = [verdict('regle', 'changed', { round: closed({}) })]
    const adopted = measure(compose(verdicts, 'default', files), 'regle')
    expect(adopted.title).toBe('La règle d’avant')
    expect(shown(adopted.sections[0]?.nodes ?? [])).toBe('§2.2 Le texte adopté, selon^1.\n')
    expect(adopted.normative).not.toBe(measure(compose(verdicts, 'all', files), 'regle').normative)
    expect(measure(compose(verdicts, 'all', files), 'regle').title).toBe('Une règle~: la loi'.replace('~', '\u00A0'))
  })

  it('leaves a changed proposal out when the adopted text is lost', () => {
    expect(ids(compose([verdict('regle', 'changed'), verdict('moratoire', 'adopted')]))).toEqual(['3 moratoire'])
  })
})

describe('a measure', () => {
  const guichet = measure(compose(), 'guichet')
  const section = (id: string) => shown(guichet.sections.find((one) => one.id === id)?.nodes ?? [])

  it('prints sections in the manifest’s order and numbers blocks down the page, requests after what people consent to', () => {
    expect(guichet.sections.map(({ id, normative }) => [id, normative])).toEqual([
      ['why', false],
      ['measure', true],
      ['questions', false],
    ])
    expect(guichet.summary).toEqual({ number: '1.1', nodes: [{ type: 'text', value: 'Un résumé\u202F; court.' }] })
    expect(guichet.requests.map(({ number, addresseeLabel }) => [number, addresseeLabel])).toEqual([
      ['1.11', 'Partis'],
      ['1.12', 'Syndicats'],
    ])
    expect(section('questions')).toBe('§1.13 Et après|?\n')
  })

  it('turns citations and notes into notes, the same one for the same pages', () => {
    expect(section('why')).toBe('§1.2 Un tiers renonce^1~: c’est beaucoup^2. Encore^3|^1(2).\n§1.3 Une «~citation~»^4.\n')
    expect(guichet.notes.map(({ number, calls, nodes }) => [number, calls, shown(nodes)])).toEqual([
      [1, 2, 'Insee, <Démarches~: le renoncement→insee>, 2022, p.~3.\n'],
      [2, 1, 'Insee, <Démarches~: le renoncement→insee>, 2022|; IZOARD, <La Ruée minière→izoard>, 2024, p.~12.\n'],
      [3, 2, 'Une note|; avec (IZOARD, <La Ruée minière→izoard>, 2024) et ([source inconnue~: inconnue]).\n'],
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
      { label: 'Horizon', value: 'Court terme\u00A0: moins d’un an' },
      { label: 'Proposée par', value: 'Les Ateliers (exemple)' },
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
    expect(edition.bibliography.map(({ id, citedIn, level, levelLabel }) => [id, citedIn, level, levelLabel])).toEqual([
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

  it('survives a programme with next to nothing in it', () => {
    const bare = composeEdition(
      buildProgramme({ sources: [{ path: 'axes/a/p.md', text: '---\ntitle: [\n---\n' }], assets: [], findings: [] }),
      [],
      { kind: 'programme', status: 'default', version: '0.1.0', day: '2026-01-01' },
    )
    expect(bare).toMatchObject({ edition: '0.1.0', date: '2026-01-01', draft: true })
    expect(measures(bare).map(({ id }) => id)).toEqual(['p'])
  })

  it('prints thousands of levels of quotation without falling', () => {
    const deep = compose([], 'default', { 'axes/ia/moratoire.md': `${head('Profond')}## Pourquoi\n\n${'> '.repeat(3000)}Au fond.\n` })
    expect(shown(measure(deep, 'moratoire').sections[0]?.nodes ?? [])).toBe('§3.2 Au fond.\n')
  })

  it('speaks English to an English programme, and leaves its typography alone', () => {
    const english = compose([], 'default', { 'programme.yaml': MANIFEST.replace('language: fr', 'language: en-GB') })
    expect(english.words.contents).toBe('Contents')
    expect(measure(english, 'guichet').summary.nodes).toEqual([{ type: 'text', value: 'Un résumé ; court.' }])
    expect(measure(english, 'guichet').statusLabel).toBe('draft')
  })
})

describe('dissent and decision', () => {
  const counted = (kind: CountedStance['stance'], rest: Partial<CountedStance> = {}): CountedStance => ({
    stance: kind,
    date: '2026-03-02',
    text: 'v1-x',
    state: 'fresh',
    ...rest,
  })

  it('prints reservations and standing objections, stale ones flagged, examples marked', () => {
    const edition = compose(
      [
        verdict('guichet', 'open', {
          round,
          stances: {
            b: stance('reservation', { argument: "C'est court : trop ?" }),
            'exemple-a': stance('objection', { state: 'stale', argument: 'Non.', liftsIf: 'Six mois' }),
            c: stance('consent', { state: 'stale', counted: false, why: 'textChanged' }),
            d: stance('objection', { counted: false, why: 'notMember', argument: 'Hors.' }),
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
      ['b', { stance: 'reservation', label: 'réserve', stale: false }],
      ['exemple-a', { stance: 'objection', label: 'objection', stale: true }],
      ['c', { stance: 'consent', label: 'consentement', stale: true }],
    ])
  })

  it('says what was ruled on an objection', () => {
    const ruled: Round = {
      ...round,
      rulings: [{ on: 'b', ruling: 'inadmissible', by: 'f', date: '2026-03-05', reason: 'Sans lien', objection: null }],
    }
    const edition = compose(
      [verdict('guichet', 'open', { round: ruled, stances: { b: stance('objection', { argument: 'Non.' }) } })],
      'all',
    )
    expect(measure(edition, 'guichet').dissent[0]?.stanceLabel).toBe('objection jugée irrecevable')
  })

  const sentence = (rest: Partial<Verdict>, status: Status = 'adopted', files: Files = {}) =>
    (measure(compose([verdict('guichet', status, rest)], 'all', files), 'guichet').decision?.sentence ?? '')
      .replaceAll('\u00A0', '~')
      .replaceAll('\u202F', '|')
  const english = { 'programme.yaml': MANIFEST.replace('language: fr', 'language: en') }

  it('tells the decision in one sentence', () => {
    const tally = { electorate: 7, consent: 4, reservation: 1, objection: 0, abstention: 1, silent: 1 }
    expect(sentence({ round: closed({}), tally })).toBe(
      'Adoptée le 12 avril 2026 par consentement~: quatre consentements, une réserve, une abstention|; un membre n’a rien dit.',
    )
    expect(sentence({ round: closed({}), tally }, 'adopted', english)).toBe(
      'Adopted on 12 April 2026 by consent: four consents, one reservation, one abstention; one member said nothing.',
    )
    expect(
      sentence(
        {
          round: closed({ b: counted('consent'), 'exemple-a': counted('objection', { argument: 'x' }), z: counted('consent') }, 'rejected'),
        },
        'rejected',
      ),
    ).toBe('Soumise à décision par consentement et rejetée le 12 avril 2026~: un consentement, une objection|; un membre n’a rien dit.')
    expect(
      sentence({ round, tally: { electorate: 20, consent: 17, reservation: 0, objection: 2, abstention: 0, silent: 0 } }, 'open'),
    ).toBe('En consultation du 1er mars 2026 au 10 avril 2026, à décider par consentement|; à ce jour~: 17 consentements, deux objections.')
    expect(sentence({ round }, 'overdue')).toBe(
      'Soumise à décision par consentement du 1er mars 2026 au 10 avril 2026, sans résultat enregistré~: aucun membre ne s’est exprimé.',
    )
  })

  it('names every rule', () => {
    const rule = (value: Round['rule']) =>
      sentence({ round: { ...closed({}), rule: value } }).replace(/^Adoptée le 12 avril 2026 |~:.*$/g, '')
    expect(rule({ method: 'majority', 'at-least': '2/3', of: 'expressed' })).toBe('à la majorité des deux tiers des suffrages exprimés')
    expect(rule({ method: 'majority', 'more-than': '1/2', of: 'members' })).toBe('à la majorité absolue des membres')
    expect(rule({ method: 'majority', 'at-least': '5/8', of: 'present' })).toBe('à la majorité de 5/8 des votants')
    expect(rule({ method: 'consensus-minus', n: 1 })).toBe('par consensus moins un')
    expect(rule({ method: 'lazy' })).toBe('par accord tacite')
    expect(rule({ method: 'rough' })).toBe('par consensus approximatif')
    expect(rule({ method: 'double-majority' })).toBe('à la double majorité')
  })
})
