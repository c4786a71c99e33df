import { describe, expect, it } from 'vitest'
import type { InlineNode } from '../edition/nodes.ts'
import {
  compose,
  type Files,
  head,
  measure,
  programmeOf,
  shown,
} from '../samples/sample-programme.ts'

const PROPOSAL = `${head('Un moratoire', 'horizon: court\nrequests: {partis: Voter la loi.}\n')}## Pourquoi

Le besoin croît [@insee].

## Ce que nous proposons

- attendre *trente* jours ;
- puis décider.
`

describe('the pending amendments to a measure', () => {
  it('are its changed blocks, by printed number, with notes in brackets', () => {
    const [amendment] = printed({
      delai: marked(
        'at: [2, 4]',
        'Le besoin croît [@insee]{++, et vite++}.\n\n- attendre *trente* jours {++ouvrés ++};',
      ),
    })
    expect(amendment?.blocks.map(({ number, nodes }) => [number, written(nodes)])).toEqual([
      ['3.2', 'Le besoin croît (Insee, Démarches~: le renoncement, 2022){+, et vite+}.'],
      ['3.3', 'attendre trente jours{+ ouvrés+}|;'],
    ])
    expect(shown(amendment?.reasons ?? [])).toBe('Parce que.\n')
    expect(amendment).toMatchObject({
      by: 'exemple-a',
      byName: 'Les Ateliers',
      example: true,
      date: '2026-04-01',
    })
  })

  it('place new blocks after others, and delete whole blocks', () => {
    const [amendment] = printed({
      delai: marked(
        '',
        '{++- consulter les habitants ;\n++}- attendre *trente* jours ;\n{--- puis décider.\n--}',
      ),
    })
    expect(
      amendment?.blocks.map(({ number, added, nodes }) => [number, added, written(nodes)]),
    ).toEqual([
      ['3.2', true, '{+consulter les habitants|;+}'],
      ['3.4', false, '{-puis décider.-}'],
    ])
  })

  it('keep a table in rows and cells, lists in items, and write a called note in brackets', () => {
    const text =
      '## Ce que nous proposons\n\nAttendre[^1].\n\n| An | Part |\n| -- | -- |\n| 2026 | *12* |\n\n- un\n- deux\n\n[^1]: Une note.\n'
    const [amendment] = printed(
      {
        delai: marked(
          '',
          '{--Attendre[^1].\n\n--}| An | Part |\n| -- | -- |\n| 2026 | *{~~12~>14~~}* |\n\n{--- un\n- deux\n--}\n[^1]: Une {++longue ++}note.',
        ),
      },
      text,
    )
    expect(
      amendment?.blocks.map(({ number, place, nodes }) => [
        place?.replace('\u00A0', '~') ?? number,
        written(nodes),
      ]),
    ).toEqual([
      ['3.2', '{-Attendre (Une note.).-}'],
      ['3.3', 'An | Part<break>2026 | {-12-}{+14+}'],
      ['3.4', '{-un<break>deux-}'],
      ['Note~1', 'Une{+ longue+} note.'],
    ])
  })

  it('place a heading by the block below it, and the opening text after the summary', () => {
    const [amendment] = printed({
      delai: marked(
        '',
        '## {~~Pourquoi~>Raisons~~}\n\nLe besoin croît [@insee].\n\n## Ce que nous {~~proposons~>voulons~~}',
      ),
      tete: marked('', '{++Avant tout.\n\n++}## Pourquoi', '2026-04-02'),
    })
    expect(amendment?.blocks.map(({ number, nodes }) => [number, written(nodes)])).toEqual([
      ['3.2', '{-Pourquoi-}{+Raisons+}'],
      ['3.3', 'Ce que nous {-proposons-}{+voulons+}'],
    ])
  })

  it('name fields by the titles of the manifest', () => {
    const fields =
      'head:\n  title: "Un moratoire{++ de trente jours++}"\n  scale: "{++national++}"\n  requests: {partis: "Voter la {~~loi~>règle~~}."}'
    const [amendment] = printed({ delai: marked(fields, '') })
    expect(
      amendment?.fields.map(({ label, nodes }) => [
        label.replaceAll('\u00A0', '~'),
        written(nodes),
      ]),
    ).toEqual([
      ['Titre', 'Un moratoire{+ de trente jours+}'],
      ['Échelle', '{+National+}'],
      ['Demande~: Partis', 'Voter la {-loi-}{+règle+}.'],
    ])
  })

  it('are undecided, have a certain place, and are ordered by date', () => {
    const amendments = printed({
      tard: marked('', '- puis {~~décider~>trancher~~}.', '2026-04-09'),
      tot: marked('', '- puis décider{++ ensemble++}.', '2026-04-02'),
      ailleurs: marked('', '- un {~~bloc~>texte~~} qui n’existe pas.'),
      decide: marked('outcome: rejected', '- puis {--décider--}.'),
    })
    expect(amendments.map(({ id }) => id)).toEqual(['tot', 'tard'])
  })
})

function printed(amendments: Files, body?: string) {
  const files = Object.entries(amendments).map(
    ([id, text]) => [`amendments/moratoire/${id}.md`, text] as const,
  )
  const proposal = {
    'axes/ia/moratoire.md': body === undefined ? PROPOSAL : `${head('Un moratoire')}${body}`,
  }
  const whole = programmeOf(proposal).proposals.find(({ id }) => id === 'moratoire')?.whole ?? ''
  const based = Object.fromEntries(files.map(([path, text]) => [path, text.replace('BASE', whole)]))
  return measure(compose([], 'all', { ...proposal, ...based }), 'moratoire').amendments
}

function marked(fields: string, text: string, date = '2026-04-01'): string {
  return `---\namends: moratoire\nbase: BASE\nby: exemple-a\ndate: ${date}\n${fields}\n---\n\n## Motifs\n\nParce que.\n\n## Texte\n\n${text}\n`
}

function written(nodes: readonly InlineNode[]): string {
  const text = nodes.map((node): string => {
    if (node.type === 'insertion') return `{+${written(node.children)}+}`
    if (node.type === 'deletion') return `{-${written(node.children)}-}`
    return 'children' in node ? written(node.children) : shown([node])
  })
  return text.join('').replaceAll('\u00A0', '~').replaceAll('\u202F', '|')
}
