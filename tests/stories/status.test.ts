import { expect, it } from 'vitest'
import { type Desk, desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

function twoRounds(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', 'sobriete', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('stance', 'exemple-b', 'guichet', 'réserve', '--argument', 'Le coût.')
  here.cahier(
    'stance',
    'exemple-c',
    'guichet',
    'objection',
    '--argument',
    'Deux jours ne suffisent pas.',
  )
  here.cahier('stance', 'exemple-a', 'sobriete', 'abstention')
  return here
}

it('shows members by proposals, with a legend', () => {
  const { code, out, err } = twoRounds().cahier('status')
  expect([code, err]).toEqual([0, ''])
  expect(plain(out)).toBe(`Petit programme, au 1er mars 2025

                        A B C
Des services pour tout le monde
  guichet   tour ouvert ✓ ~ ✗
  courrier  brouillon   · · ·
Des réseaux sobres
  brouillon brouillon   · · ·
  sobriete  tour ouvert – · ·

Membres, et ce qu’il leur reste à faire
 A  Exemple A (exemple)
 B  Exemple B (exemple) : 1 réponse à donner (d’ici au soir du 22 mars 2025)
 C  Exemple C (exemple) : 1 réponse à donner (d’ici au soir du 22 mars 2025)
Pour un membre, avec les commandes à taper : cahier status --member COLLECTIF

Signes : ✓ consentement, ~ réserve, ✗ objection, – abstention, · rien encore,
         ! ne compte pas, ? à redemander : le texte a changé, ou en réunit
         d’autres

4 propositions : 2 brouillons · 2 tours ouverts.
`)
})

it('tells by when a member has something to do: by the first closing day', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('open', 'courrier', '--closes', '2025-03-15')
  expect(plain(here.cahier('status').out)).toContain(
    'A  Exemple A (exemple) : 2 réponses à donner (d’ici au soir du 15 mars 2025)',
  )
})

it('the same in English', () => {
  const { out } = twoRounds().cahier('status', '--lang', 'en')
  expect(plain(out)).toContain('Petit programme, on 1 March 2025\n')
  expect(plain(out)).toContain('  sobriete  round open – · ·\n')
  expect(plain(out)).toContain('4 proposals: 2 drafts · 2 rounds open.\n')
})

it('tells one proposal in words, arguments included', () => {
  const { out } = twoRounds().cahier('status', 'guichet')
  expect(plain(out)).toMatch(
    /^Garantir un guichet\nTour ouvert jusqu’au 22 mars 2025 : tous les membres ont répondu, 1 objection\.\n/,
  )
  expect(plain(out)).toContain('  ✗ exemple-c — objection — « Deux jours ne suffisent pas. »\n')
})

it('who consented to an earlier text is to be asked again; an objection stands', () => {
  const here = twoRounds()
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  expect(plain(here.cahier('status').out)).toMatch(/ {2}guichet {3}tour nul {4}\? \? ✗\n/)
})

it('looks at another day: before the round, and after its close', () => {
  const here = twoRounds()
  const statusOn = (day: string) =>
    JSON.parse(here.cahier('status', 'guichet', '--format', 'json', '--date', day).out).proposals[0]
      .status
  expect(statusOn('2025-02-28')).toBe('draft')
  expect(statusOn('2025-03-22')).toBe('open')
  expect(statusOn('2025-03-23')).toBe('overdue')
  here.cahier('close', 'guichet', '--date', '2025-03-24')
  expect(statusOn('2025-03-23')).toBe('overdue')
  expect(statusOn('2025-03-24')).toBe('blocked')
})

it('gives programs the whole of it', () => {
  const here = twoRounds()
  const report = JSON.parse(here.cahier('status', '--format', 'json').out)
  expect(schemaFaults('report-status', report)).toEqual([])
  const { proposals } = report
  expect(proposals.map(({ id }: { id: string }) => id)).toEqual([
    'guichet',
    'courrier',
    'brouillon',
    'sobriete',
  ])
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  expect(proposals[0]).toEqual({
    id: 'guichet',
    axis: 'services',
    status: 'open',
    digest,
    round: { opened: '2025-03-01', closes: '2025-03-22' },
    stances: {
      'exemple-a': { stance: 'consent', state: 'fresh', counted: true },
      'exemple-b': { stance: 'reservation', state: 'fresh', counted: true },
      'exemple-c': { stance: 'objection', state: 'fresh', counted: true },
    },
    missing: [],
    tally: { electorate: 3, consent: 1, reservation: 1, objection: 1, abstention: 0, silent: 0 },
    handedOver: [],
    why: expect.stringMatching(/^tour ouvert jusqu’au 22 mars 2025/),
  })
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  const [closed] = JSON.parse(
    here.cahier('status', '--format', 'json', '--date', '2025-03-23').out,
  ).proposals
  expect(closed.round).toEqual({ opened: '2025-03-01', closes: '2025-03-22', result: 'blocked' })
})

it('tells one member, in one page, all that is left to do, and what to type', () => {
  const here = twoRounds()
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  here.cahier('open', 'guichet', '--closes', '2025-04-05', '--date', '2025-03-02')
  here.edit(
    'positions/exemple-a.yaml',
    '  sobriete:\n    stance: abstention',
    '  sobriete:\n    stance: consent',
  )
  here.write(
    'positions/exemple-a.yaml',
    here.read('positions/exemple-a.yaml').replace(/( {2}sobriete:\n.*\n.*\n) +text: .*\n/, '$1'),
  )
  const { code, out } = here.cahier('status', '--member', 'exemple-a', '--date', '2025-03-02')
  expect(code).toBe(0)
  expect(plain(out)).toBe(`Exemple A (exemple), au 2 mars 2025 : il reste 2 propositions à voir

À relire : le texte a changé depuis
  guichet, jusqu’au soir du 5 avril 2025
    Garantir un guichet
    Vous aviez dit : consentement ; le texte a changé depuis.
    cahier since exemple-a guichet
    cahier stance exemple-a guichet POSITION

À compléter : cette position ne compte pas
  sobriete, jusqu’au soir du 22 mars 2025
    Freiner les forfaits illimités
    Vous aviez dit : consentement ; rien ne dit de quel texte il s’agit.
    cahier stance exemple-a sobriete POSITION

POSITION : consentement, abstention, réserve ou objection ; pour ces deux-là,
  ajoutez --argument "…".
Tout en une fois : écrivez la liste dans un fichier, puis « cahier stance --file
  FICHIER » ; ou « cahier new ballot exemple-a », où il ne reste que les
  « stance: » à remplir.
`)
  const other = plain(
    here.cahier('status', '--member', 'exemple-c', '--date', '2025-03-02', '--lang', 'en').out,
  )
  expect(other).toContain(
    'To answer: a round is open\n  sobriete, until the evening of 22 March 2025\n',
  )
  // An objection stands when the text moves on, and its author is asked to look again.
  expect(other).toContain('    You had said: objection; ')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent', '--date', '2025-03-02')
  here.cahier('stance', 'exemple-a', 'sobriete', 'consent', '--date', '2025-03-02')
  expect(plain(here.cahier('status', '--member', 'exemple-a', '--date', '2025-03-02').out)).toBe(
    'Exemple A (exemple), au 2 mars 2025 : plus rien à faire.\n',
  )
  expect(plain(here.cahier('status', '--member', 'exemple-aa').err)).toMatch(
    /^cahier : aucun collectif « exemple-aa »/,
  )
})

it('programs are told what each member has to do', () => {
  const { members } = JSON.parse(twoRounds().cahier('status', '--format', 'json').out)
  expect(members).toEqual([
    { id: 'exemple-a', todo: [] },
    { id: 'exemple-b', todo: [{ proposal: 'sobriete', task: 'answer', closes: '2025-03-22' }] },
    { id: 'exemple-c', todo: [{ proposal: 'sobriete', task: 'answer', closes: '2025-03-22' }] },
  ])
})

it.each([
  ['80', 80],
  ['60', 60],
  ['50', 50],
])('the real programme fits in %s columns, with every member in sight', (columns, width) => {
  const { out } = realDesk().where({ CAHIER_DATE: '2026-11-24', COLUMNS: columns }).cahier('status')
  const lines = out.split('\n')
  expect(lines.filter((line) => [...line].length > width)).toEqual([])
  expect(lines).toContainEqual(expect.stringMatching(/^ +A B C D E F$/))
  expect(plain(out)).toContain('Signes : ✓ consentement')
})

it('every status that a proposal can have is somewhere in the real programme', () => {
  const { out } = realDesk()
    .where({ CAHIER_DATE: '2026-11-24' })
    .cahier('status', '--format', 'json')
  const statuses = new Set(
    JSON.parse(out).proposals.map(({ status }: { status: string }) => status),
  )
  expect([...statuses].sort()).toEqual(
    [
      'adopted',
      'adopted-with-reservations',
      'blocked',
      'changed',
      'draft',
      'merged',
      'no-quorum',
      'open',
      'overdue',
      'rejected',
      'void',
      'withdrawn',
    ].sort(),
  )
})

it('of an open round, tells the rule, what it would give, what would lift an objection, and the rulings', () => {
  const here = desk()
  here.edit(
    'programme.yaml',
    '{at-least: 2/3}}',
    '{at-least: 2/3}}, rulings: [overruled, recused], facilitators: [animation]',
  )
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier(
    'stance',
    'exemple-c',
    'guichet',
    'objection',
    '--argument',
    'Deux jours ne suffisent pas.',
    '--lifts-if',
    'Trois jours.',
  )
  const told = (...words: string[]) => plain(here.cahier('status', 'guichet', ...words).out)
  expect(told()).toContain(`
Règle : consentement (quorum d’au moins 2/3).
Si rien d’autre n’est dit : bloquée (1 objection ouverte : la règle du
    consentement n’en admet aucune).
`)
  expect(told()).toContain(`
  · exemple-b — rien encore
  ✗ exemple-c — objection — « Deux jours ne suffisent pas. »
    Serait levée si : « Trois jours. »
`)
  const ruling = (member: string, kind: string) =>
    here.cahier(
      'ruling',
      'guichet',
      member,
      kind,
      '--reason',
      'La loi le dit déjà.',
      '--by',
      'animation',
      '--date',
      '2025-03-04',
    )
  ruling('exemple-c', 'écartée')
  ruling('exemple-b', 'en-retrait')
  expect(told('--date', '2025-03-05')).toMatch(
    /Si rien d’autre n’est dit : adoptée avec réserves \([\s\S]* {2}Arbitrage du 4 mars 2025, par animation : exemple-c, objection écartée — « La\s+loi le dit déjà\. »\n {2}Arbitrage du 4 mars 2025, par animation : exemple-b, mis en retrait de ce tour/,
  )
  expect(
    JSON.parse(here.cahier('status', 'guichet', '--format', 'json', '--date', '2025-03-05').out)
      .proposals[0].missing,
  ).toEqual([])
  expect(told('--date', '2025-03-23')).toContain('En l’état : adoptée avec réserves (')
  expect(told('--lang', 'en', '--date', '2025-03-05')).toContain(
    'Ruling of 4 March 2025, by animation: exemple-c, objection overruled',
  )
})

it('shows who speaks without being a member, and that it does not count', () => {
  const here = twoRounds()
  here.write(
    'collectives/exemple-n.yaml',
    'name: Exemple N\nkind: association\nexample: true\njoined: 2025-03-02\n',
  )
  here.cahier('stance', 'exemple-n', 'guichet', 'consent', '--date', '2025-03-03')
  expect(plain(here.cahier('status', 'guichet', '--date', '2025-03-03').out)).toContain(
    '  · exemple-n — consentement (ne compte pas : ce collectif n’est pas membre de\n    ce tour)\n',
  )
  const { code, out } = here.cahier('check', '--date', '2025-03-03')
  expect([code, plain(out)]).toEqual([
    0,
    expect.stringContaining('« exemple-n » n’était pas membre à l’ouverture du tour'),
  ])
})

it('says of which files it knows nothing, rather than showing a member as silent', () => {
  const here = desk()
  here.cahier('open', 'courrier', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'objection', '--argument', 'Non.')
  here.edit('positions/exemple-a.yaml', 'stance: objection', '\tstance: objection')
  here.write(
    'axes/services/courrier.md',
    Buffer.from(here.read('axes/services/courrier.md'), 'latin1'),
  )
  const { code, err } = here.cahier('status')
  expect(code).toBe(0)
  expect(plain(err)).toBe(
    'Attention : il manque ici ce que disent « axes/services/courrier.md » et « positions/exemple-a.yaml », qui ne se lisent pas en entier. Lancez « cahier lint ».\n',
  )
  expect(desk().cahier('status').err).toBe('')
})

it.each([
  '{method: consent, quorum: 2/3}',
  '{method: lazy, days: 3}',
  '{method: majority}',
  '{method: double-majority}',
])('foresees nothing by a rule that has an error in it: %s', (rule) => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.write(
    'decisions/guichet.yaml',
    here.read('decisions/guichet.yaml').replace(/rule: .*/, `rule: ${rule}`),
  )
  const { code, out, err } = here.cahier('status', 'guichet')
  expect(code).toBe(0)
  expect(plain(err)).toContain('il manque ici ce que dit « decisions/guichet.yaml »')
  expect(plain(out)).toContain('Tour ouvert jusqu’au 22 mars 2025')
  expect(out).not.toMatch(/Règle|Si rien d’autre/)
})

it('says of rounds whose proposal is gone, or has another name, that they are not in what it shows', () => {
  const here = desk()
  for (const id of ['guichet', 'courrier']) here.cahier('open', id, '--closes', '2025-03-22')
  here.write('axes/services/accueil.md', here.read('axes/services/guichet.md'))
  for (const id of ['guichet', 'courrier']) here.remove(`axes/services/${id}.md`)
  expect(plain(here.cahier('status').err)).toBe(
    'Attention : les tours de « decisions/courrier.yaml » ne sont ceux d’aucune proposition de ce dossier. Lancez « cahier lint ».\n' +
      'Il n’y a plus de proposition « guichet », mais son texte est dans axes/services/accueil.md : redonnez à ce fichier son nom, guichet.md, auquel tiennent ses tours et ses positions.\n',
  )
})

it('knows the members of a programme that has no proposal yet, and one whose title is missing', () => {
  const here = desk()
  for (const path of here.files().filter((one) => /^axes\/.*(?<!axis)\.md$/.test(one)))
    here.remove(path)
  const { out } = here.cahier('status')
  expect(plain(out)).toMatch(
    /Exemple A \(exemple\)[\s\S]*Aucune proposition\. Pour en commencer une : cahier new proposal AXE TITRE\n$/,
  )
  expect(out).not.toContain('Aucun collectif')
  here.edit('programme.yaml', 'title: Petit programme\n', '')
  expect(plain(here.cahier('status').out)).toMatch(/^Programme sans titre, au 1er mars 2025\n/)
})

it('asks nothing of a member who has left, and its stance says at once that it will not count', () => {
  const here = desk().where({ CAHIER_DATE: '2025-03-10' })
  here.cahier('open', 'guichet', '--closes', '2025-03-22', '--date', '2025-03-01')
  const todo = () =>
    JSON.parse(here.cahier('status', '--member', 'exemple-b', '--format', 'json').out).members[0]
      .todo
  expect(todo()).toHaveLength(1)
  here.write(
    'collectives/exemple-b.yaml',
    `${here.read('collectives/exemple-b.yaml')}left: 2025-03-08\n`,
  )
  expect(todo()).toEqual([])
  expect(plain(here.cahier('status').out)).toContain(
    ' B  Exemple B (exemple) : a quitté le programme le 8 mars 2025\n',
  )
  expect(plain(here.cahier('stance', 'exemple-b', 'axes/services/guichet.md', 'consent').err)).toBe(
    'Cette position est gardée, mais ne compte pas : « exemple-b » a quitté le programme le 8 mars 2025 (left, dans collectives/exemple-b.yaml).\n',
  )
})
