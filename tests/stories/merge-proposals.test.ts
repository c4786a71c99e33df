import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

it('makes one proposal of two that passes check, credits both, and says who is to be asked again', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consentement')
  here.cahier('stance', 'exemple-b', 'courrier', 'objection', '--argument', 'Trop long.')
  const before = here.read('axes/services/courrier.md')
  const { code, out } = here.cahier(
    'merge-proposals',
    'guichet',
    'courrier',
    '--into',
    'accueil',
    '--title',
    'Accueillir',
  )
  expect(code).toBe(0)
  const said = plain(out)
  expect(said).toContain(
    'À redemander, sur le nouveau texte :\n  Exemple A (exemple) : consentement sur « guichet », le 1er mars 2025',
  )
  expect(said).toContain('Exemple B (exemple) : objection sur « courrier »')
  const text = here.read('axes/services/accueil.md')
  expect(text).toContain('merges: [guichet, courrier]')
  expect(text).toContain('authors: [exemple-a]')
  expect(text).toContain('# horizon: # à choisir — court, moyen')
  expect(text).toContain('## Pourquoi\n\n<!-- cahier : guichet -->\n\nUn tiers des adultes')
  expect(text.match(/^## Pourquoi$/gm)).toHaveLength(1)
  expect(here.read('axes/services/courrier.md')).toBe(
    before.replace('requires: [guichet]\n', 'requires: [guichet]\nreplaced-by: accueil\n'),
  )
  expect(here.read('axes/services/axis.md')).toContain('proposals: [accueil]')
  const { positions } = { positions: here.read('positions/exemple-a.yaml') }
  expect(positions).not.toContain('accueil')
  expect(JSON.parse(here.cahier('check', '--format', 'json').out).summary).toMatchObject({
    error: 0,
    warning: 0,
  })
  const status = JSON.parse(here.cahier('status', '--format', 'json').out).proposals
  expect(status.map((one: { id: string; status: string }) => `${one.id} ${one.status}`)).toEqual(
    expect.arrayContaining(['accueil draft', 'guichet merged', 'courrier merged']),
  )
})

it('keeps notes apart and links leading where they led, from another axis too', () => {
  const here = desk()
  here.edit(
    'axes/services/guichet.md',
    'deux jours par semaine.',
    'deux jours par semaine[^1].\n\n[^1]: La note du guichet.',
  )
  here.edit(
    'axes/reseaux/sobriete.md',
    'sur chaque forfait.',
    'sur chaque forfait[^1].\n\n[^1]: La note des forfaits.',
  )
  here.edit(
    'axes/services/guichet.md',
    'La note du guichet.',
    'La note du guichet ([axis.md](axis.md "axis.md")).\n\n[axis.md]: axis.md "axis.md"',
  )
  expect(here.cahier('merge-proposals', 'guichet', 'sobriete', '--into', 'deux').code).toBe(1)
  expect(here.has('axes/services/deux.md')).toBe(false)
  expect(
    here.cahier('merge-proposals', 'guichet', 'sobriete', '--into', 'deux', '--axis', 'reseaux')
      .code,
  ).toBe(0)
  const text = here.read('axes/reseaux/deux.md')
  expect(text).toContain('[courrier](../services/courrier.md)')
  expect(text).toContain('([axis.md](../services/axis.md "axis.md"))')
  expect(text).toContain('[axis.md]: ../services/axis.md "axis.md"')
  expect(text).toContain('[^sobriete-1]: La note des forfaits.')
  expect(text).toContain('sur chaque forfait[^sobriete-1].')
  expect(text).toContain('par semaine[^1].')
  expect(JSON.parse(here.cahier('lint', '--format', 'json').out).summary.error).toBe(0)
})

it('a round that is open falls when that is accepted, and no stance goes to the new text', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  expect(here.cahier('merge-proposals', 'guichet', 'courrier', '--into', 'accueil').code).toBe(1)
  const { code, out } = here.cahier(
    'merge-proposals',
    'guichet',
    'courrier',
    '--into',
    'accueil',
    '--void',
  )
  expect(
    here.cahier('lint', 'axes/services/accueil.md', '--rule', 'typography/punctuation-space').out,
  ).toContain('rien à signaler')
  expect([code, plain(out)]).toEqual([
    0,
    expect.stringContaining('Exemple A (exemple) : consentement sur « guichet »'),
  ])
  expect(plain(here.cahier('close', 'guichet').out)).toContain(
    'tour nul : la proposition a été réunie à d’autres dans « accueil »',
  )
  const { proposals } = JSON.parse(here.cahier('status', '--format', 'json').out)
  const statuses = proposals.map(
    ({ id, status, tally }: { id: string; status: string; tally: { consent: number } }) => [
      id,
      status,
      tally.consent,
    ],
  )
  expect(statuses).toContainEqual(['guichet', 'merged', 1])
  expect(statuses).toContainEqual(['accueil', 'draft', 0])
  expect(here.cahier('check').code).toBe(0)
})

it('names the amendments that wait on the old texts, and the proposals that require them', () => {
  const here = desk()
  here.write(
    'amendments/guichet/trois.md',
    '---\namends: guichet\nby: exemple-b\ndate: 2025-02-20\n---\n\n## Motifs\n\nTrois jours.\n',
  )
  const { out } = here.cahier(
    'merge-proposals',
    'guichet',
    'sobriete',
    '--into',
    'deux',
    '--axis',
    'reseaux',
    '--dry-run',
  )
  const said = plain(out).replace(/\s+/g, ' ')
  expect(said).toContain(
    'Amendements en attente sur les anciens textes, à reprendre à la main : guichet/trois.',
  )
  expect(said).toContain('Demandent l’une des anciennes (requires), à revoir : courrier.')
})

it('refuses what would hide a vote or overwrite a text, and then writes nothing', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  const before = here.files()
  const refusals: readonly (readonly [readonly string[], string])[] = [
    [['guichet', 'courrier', '--into', 'accueil'], 'Un tour est ouvert sur « guichet »'],
    [
      ['guichet', 'courrier', '--into', 'accueil', '--date', '2025-03-23'],
      'a fini le 22 mars 2025 et n’est pas clos : lancez d’abord « cahier close guichet »',
    ],
    [
      ['courrier', 'sobriete', '--into', 'guichet', '--axis', 'services'],
      '« guichet » existe déjà',
    ],
    [['courrier', 'courrier', '--into', 'accueil'], 'au moins deux propositions différentes'],
  ]
  for (const [args, why] of refusals) {
    const { code, err } = here.cahier('merge-proposals', ...args)
    expect(code).toBe(1)
    expect(plain(err).toLowerCase()).toContain(why.toLowerCase())
  }
  expect(here.cahier('merge-proposals', 'courrier', '--into', 'x').code).toBe(2)
  // Neither an axis's own file nor what YAML takes for a number would be read as a proposal.
  for (const name of ['axe', 'Axe', '2025', '1e3', 'null', 'con'])
    expect(
      plain(
        here.cahier('merge-proposals', 'courrier', 'sobriete', '--into', name, '--axis', 'services')
          .err,
      ),
    ).toBe(`cahier : « ${name} » ne peut pas être un nom de fichier\n`)
  expect(here.files()).toEqual(before)
  expect(
    here.cahier(
      'merge-proposals',
      'courrier',
      'sobriete',
      '--into',
      'x',
      '--axis',
      'services',
      '--dry-run',
    ).code,
  ).toBe(0)
  expect(here.files()).toEqual(before)
})

it('who is to be asked again stays in sight until they speak, in the table, for each member, in the story and on the site', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier(
    'stance',
    'exemple-b',
    'courrier',
    'objection',
    '--argument',
    'Un mois est trop long.',
  )
  here.edit('axes/services/courrier.md', 'requires: [guichet]\n', '')
  expect(
    here.cahier(
      'merge-proposals',
      'guichet',
      'courrier',
      '--into',
      'accueil',
      '--title',
      "L'accueil",
    ).code,
  ).toBe(0)
  expect(here.read('axes/services/accueil.md')).toContain('L’accueil\n')
  expect(plain(here.cahier('status').out)).toMatch(/^ {2}accueil +brouillon +\? \? ·$/m)
  expect(plain(here.cahier('status', 'accueil').out)).toContain(`
À redemander, car cette proposition en réunit d’autres, et qu’aucune position
    n’est reprise :
  ? exemple-a — consentement sur « guichet », le 1er mars 2025
  ? exemple-b — objection sur « courrier », le 1er mars 2025
`)
  expect(plain(here.cahier('status', '--member', 'exemple-b').out)).toContain(
    'Elle réunit « courrier », où vous aviez dit : objection, le 1er mars 2025.',
  )
  const report = JSON.parse(here.cahier('status', '--format', 'json').out)
  expect(schemaFaults('report-status', report)).toEqual([])
  const { members } = report
  expect(members[0]).toEqual({
    id: 'exemple-a',
    todo: [
      {
        proposal: 'accueil',
        task: 'look-again',
        closes: null,
        why: expect.stringContaining('rien n’en a été repris'),
      },
    ],
  })
  expect(plain(here.cahier('log', 'accueil').out)).toMatch(
    /Elle réunit « guichet », « courrier »[\s\S]*sont à\s+consulter de nouveau : Exemple A\s+\(exemple\), Exemple B \(exemple\)\./,
  )
  here.cahier('publish', '--status', 'all', '--format', 'html', '--out', 'dist/x')
  expect(plain(here.read('dist/x/site/consensus.html'))).toContain(
    'Elle réunit d’autres propositions, et aucune position n’est reprise. À redemander : Exemple A, Exemple B.',
  )
  expect(plain(here.cahier('stance', 'exemple-a', 'guichet', 'consent').err)).toBe(
    '« guichet » a été réunie à d’autres dans « accueil » : c’est sur celle-ci que l’on se prononce, et celle-ci que l’on amende.\n',
  )
  here.cahier('stance', 'exemple-a', 'accueil', 'consent')
  expect(plain(here.cahier('status').out)).toMatch(/^ {2}accueil +brouillon +✓ \? ·$/m)
})
