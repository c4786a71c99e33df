import {
  buildProgramme,
  type JudgedStance,
  type Programme,
  type Round,
  type Status,
  type Verdict,
} from '@cahier/core'
import { composeEdition } from '../compose/compose-edition.ts'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'
import type { Measure } from '../edition/printed-measure.ts'

/* A small programme with everything that composing meets. Test material: nothing but tests imports it. */

/** Its manifest. */
export const MANIFEST = `title: Un programme d'essai
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
/** The head of a proposal. */
export const head = (title: string, rest = '') =>
  `---\ntitle: "${title}"\nsummary: Un résumé ; court.\n${rest}---\n\n`
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

/** Texts by path. */
export interface Files {
  readonly [path: string]: string
}

const FILES: Files = {
  'programme.yaml': MANIFEST,
  'sources.yaml': SOURCES,
  'axes/services/axis.md':
    "---\ntitle: Services\nquestion: Comment faire ?\nproposals: [guichet, regle, retiree]\n---\n\nL'axe, selon l'Insee [@insee].\n",
  'axes/services/guichet.md': GUICHET,
  'axes/services/regle.md': `${head('Une règle : la loi')}## Pourquoi\n\nParce que.\n\n## Ce que nous proposons\n\nUn texte nouveau.\n`,
  'axes/services/retiree.md': head(
    'Retirée',
    'withdrawn: {date: 2026-01-01, reason: Sans objet}\n',
  ),
  'axes/ia/axis.md': '---\ntitle: IA\nquestion: Qui décide ?\n---\n',
  'axes/ia/moratoire.md': `${head('Un moratoire')}## Ce que nous proposons\n\nAttendre.\n`,
  'axes/ia/vieille.md': head('Vieille', 'replaced-by: moratoire\n'),
  'collectives/exemple-a.yaml':
    'name: Les Ateliers\nkind: association\nexample: true\njoined: 2025-01-01\n',
  'collectives/b.yaml': 'name: B\nkind: association\njoined: 2025-01-01\n',
}

/** An open round of three members. */
export const round: Round = {
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
/** The same once closed. */
export const closed = (
  stances: Record<string, JudgedStance>,
  result: 'adopted' | 'rejected' = 'adopted',
): Round => ({
  ...round,
  outcome: { result, closed: '2026-04-12', stances, seal: '' },
})

/** The sample programme, with some files put over it. */
export function programmeOf(
  files: Files = {},
  read?: Parameters<typeof buildProgramme>[1],
): Programme {
  const sources = Object.entries({ ...FILES, ...files }).map(([path, text]) => ({ path, text }))
  const carte = {
    path: 'assets/carte.png',
    size: 1,
    sha256: '0'.repeat(64),
    mediaType: 'image/png',
    width: 1,
    height: 1,
  }
  return buildProgramme({ sources, assets: [carte], findings: [] }, read)
}

/** Where a proposal stands; nothing said unless told. */
export function verdict(proposal: string, status: Status, rest: Partial<Verdict> = {}): Verdict {
  const tally = {
    electorate: 3,
    consent: 0,
    reservation: 0,
    objection: 0,
    abstention: 0,
    silent: 3,
  }
  return {
    proposal,
    status,
    digest: 'v1-x',
    round: null,
    electorate: ['exemple-a', 'b', 'c'],
    stances: {},
    missing: [],
    tally,
    again: [],
    handedOver: [],
    takenUp: [],
    why: { message: '', data: {} },
    ...rest,
  }
}

/** A stance that counts, unless told. */
export const stance = (
  kind: JudgedStance['stance'],
  rest: Partial<JudgedStance> = {},
): JudgedStance => ({
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

/** The edition of the sample programme with some files put over it. */
export const compose = (
  verdicts: readonly Verdict[] = [],
  status: 'default' | 'all' = 'default',
  files: Files = {},
): Edition => composeEdition(programmeOf(files), verdicts, { kind: 'programme', status })

/** All measures of an edition. */
export const measures = (edition: Edition): Measure[] =>
  edition.chapters.flatMap((chapter) => chapter.measures)
/** One of them. */
export const measure = (edition: Edition, id: string): Measure => {
  const found = measures(edition).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found
}

/**
 * U+00A0 as `~`, U+202F as `|`; calls as `^1`, cross references as `<words→target>`, numbers as
 * `§1.2`.
 */
export function shown(nodes: readonly (FlowNode | InlineNode)[]): string {
  const written = nodes.map((node): string => {
    const number = node.data?.number === undefined ? '' : `§${node.data.number} `
    if (node.type === 'noteCall') return `^${node.number}${node.call > 1 ? `(${node.call})` : ''}`
    if (node.type === 'crossReference')
      return `<${shown(node.children)}→${'section' in node.target ? `${node.target.id}#${node.target.section}` : node.target.id}>`
    if (node.type === 'link') return `<${shown(node.children)}→${node.url}>`
    if (node.type === 'image') return `!${node.alt}→${node.url}!`
    if (node.type === 'delete') return `~~${shown(node.children)}~~`
    const inside =
      'children' in node ? shown(node.children) : 'value' in node ? node.value : `<${node.type}>`
    return ['paragraph', 'heading', 'listItem', 'code', 'tableCell'].includes(node.type)
      ? `${number}${inside}${node.type === 'tableCell' ? '|' : '\n'}`
      : number + inside
  })
  return written.join('').replaceAll('\u00A0', '~').replaceAll('\u202F', '|').replace(/\n+/g, '\n')
}
