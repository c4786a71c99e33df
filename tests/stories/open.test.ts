import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('freezes the text, the rule and the members of the day', () => {
  const here = desk()
  here.edit('collectives/exemple-c.yaml', 'joined: 2025-01-15', 'joined: 2025-04-01')
  const { code, out } = here.cahier('open', 'guichet', '--closes', '2025-03-22')
  expect({ code, out: plain(out) }).toEqual({
    code: 0,
    out: 'écrit : decisions/guichet.yaml\nécrit : decisions/guichet/2025-03-01/text.md\n',
  })
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  expect(here.read('decisions/guichet.yaml')).toMatch(
    new RegExp(`^proposal: guichet
rounds:
  - opened: 2025-03-01
    closes: 2025-03-22
    text: ${digest}
    rule: {method: consent, quorum: {at-least: 2/3}}
    electorate:
      exemple-a: 1
      exemple-b: 1
    seal: v1-[0-9a-f]{64}
$`),
  )
  expect(here.bytes('decisions/guichet/2025-03-01/text.md')).toEqual(
    here.bytes('axes/services/guichet.md'),
  )
  expect(here.cahier('check').code).toBe(0)
})

it('a draft is told, in one sentence, all it lacks', () => {
  const here = desk()
  const { code, err } = here.cahier('open', 'brouillon', '--closes', '2025-03-22')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: '« brouillon » n’est pas complète ; il reste à écrire : horizon, scale, action, impacts, requests, ## Pourquoi, ## Ce que nous proposons.\n',
  })
  expect(here.has('decisions')).toBe(false)
})

it('no fault is frozen', () => {
  const here = desk()
  here.edit('axes/services/guichet.md', '@insee-2022', '@inse-2022')
  const { code, err } = here.cahier('open', 'guichet', '--closes', '2025-03-22')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: '« guichet » contient une erreur : lancez « cahier lint » et corrigez avant d’ouvrir le tour.\n',
  })
})

it('two rounds asked for together are both opened, or none', () => {
  const here = desk()
  const refused = here.cahier('open', 'guichet', 'brouillon', '--closes', '2025-03-22')
  expect(refused.code).toBe(1)
  expect(here.has('decisions')).toBe(false)
  expect(here.cahier('open', 'guichet', 'sobriete', 'guichet', '--closes', '2025-03-22').code).toBe(
    0,
  )
  expect(here.files().filter((path) => path.startsWith('decisions/'))).toEqual([
    'decisions/guichet.yaml',
    'decisions/guichet/2025-03-01/text.md',
    'decisions/sobriete.yaml',
    'decisions/sobriete/2025-03-01/text.md',
  ])
})

it('refuses a second round on the same text, and a round that ends before it begins', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  const said = (...words: string[]) => plain(here.cahier('open', ...words).err)
  expect(said('guichet', '--closes', '2025-03-30', '--date', '2025-03-02')).toBe(
    'Un tour est déjà ouvert sur « guichet », jusqu’au 22 mars 2025.\n',
  )
  expect(said('guichet', '--closes', '2025-04-30', '--date', '2025-03-23')).toBe(
    'Le tour sur « guichet » a fini le 22 mars 2025 et n’est pas clos : lancez d’abord « cahier close guichet ».\n',
  )
  expect(said('sobriete', '--closes', '2025-03-01')).toBe(
    'Le dernier jour du tour (le 1er mars 2025) doit venir après son ouverture (le 1er mars 2025).\n',
  )
  expect(said('sobriete')).toBe(
    'cahier : il manque --closes JOUR, le dernier jour du tour, par exemple 2025-03-22 (cahier open --help)\n',
  )
  expect(said('sobriete', '--closes', '22/03/2025')).toBe(
    'cahier : « 22/03/2025 » n’est pas un jour : écrivez année-mois-jour, --closes 2025-03-22\n',
  )
  expect(said('sobrieté', '--closes', '2025-03-22')).toBe(
    'cahier : aucune proposition « sobrieté » : vouliez-vous écrire « sobriete » ?\n',
  )
})

it('a text that moved makes the round void: that is written down, and another opens', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  expect(plain(here.cahier('status', 'guichet').out)).toContain(
    'Le texte a changé depuis l’ouverture du tour, le 1er mars 2025 : ce tour tombe',
  )
  expect(
    here.cahier('open', 'guichet', '--closes', '2025-04-22', '--date', '2025-03-10').code,
  ).toBe(0)
  expect(here.read('decisions/guichet.yaml')).toContain(
    '      result: void\n      closed: 2025-03-10\n',
  )
  expect(here.cahier('check').code).toBe(0)
  expect(
    plain(here.cahier('status', 'guichet', '--date', '2025-03-10').out).replace(/\s+/g, ' '),
  ).toContain('Tour ouvert jusqu’au 22 avril 2025')
})

it('nobody can be asked where nobody is a member', () => {
  const here = desk()
  const { code, err } = here.cahier(
    'open',
    'guichet',
    '--closes',
    '2024-03-22',
    '--date',
    '2024-03-01',
    '--lang',
    'en',
  )
  expect({ code, err }).toEqual({
    code: 1,
    err: 'No collective is a member on that day: nobody could speak.\n',
  })
})

it('a rule that asks who was told keeps the day each member was, all at once or one by one', () => {
  const here = desk()
  const lazy = '{method: lazy, days: 15, otherwise: {method: consent, quorum: {at-least: 2/3}}}'
  here.edit('programme.yaml', '{method: consent, quorum: {at-least: 2/3}}', lazy)
  const open = (...words: string[]) =>
    here.cahier('open', 'guichet', '--closes', '2025-03-22', ...words)
  expect(plain(open().err)).toBe(
    'La règle demande que chaque membre ait été prévenu au plus tard le 1er mars 2025 ; rien ne le dit pour : exemple-a, exemple-b, exemple-c (ajoutez --notified).\n',
  )
  expect(plain(open('--notified', 'exemple-a=2025-02-27', 'exemple-b=2025-02-28').err)).toContain(
    'rien ne le dit pour : exemple-c (ajoutez',
  )
  expect(plain(open('--notified', 'exemple-a=hier').err)).toBe(
    'cahier : « exemple-a=hier » ne dit pas quel jour : écrivez MEMBRE=JOUR, par exemple exemple-a=2025-02-27\n',
  )
  expect(open('exemple-a=2025-02-27').code).toBe(2)
  const stranger = open('--notified', 'exemple-a=2025-02-27', 'exmple-b=2025-02-28')
  expect({ code: stranger.code, err: plain(stranger.err) }).toEqual({
    code: 2,
    err: 'cahier : aucun collectif « exmple-b » : vouliez-vous écrire « exemple-b » ?\n',
  })
  expect(here.has('decisions')).toBe(false)
  expect(
    open('--notified', 'exemple-a=2025-02-27', 'exemple-b=2025-02-28', 'exemple-c=2025-03-01').code,
  ).toBe(0)
  expect(here.read('decisions/guichet.yaml')).toContain(
    '    notified: {exemple-a: 2025-02-27, exemple-b: 2025-02-28, exemple-c: 2025-03-01}\n',
  )
  expect(here.cahier('open', 'sobriete', '--closes', '2025-03-22', '--notified').code).toBe(0)
  expect(here.read('decisions/sobriete.yaml')).toContain(
    '    notified: {exemple-a: 2025-03-01, exemple-b: 2025-03-01, exemple-c: 2025-03-01}\n',
  )
  expect(here.cahier('check').code).toBe(0)
  expect(plain(here.cahier('close', 'guichet', '--date', '2025-03-23').out)).toMatch(
    /: adoptée\. Aucune objection en 21 jours, 3 membres prévenus, dont 3 sans réponse\.\n$/,
  )
})

it('a rule that weighs freezes weights, and names the members that have none', () => {
  const here = desk()
  here.edit(
    'programme.yaml',
    '{method: consent, quorum: {at-least: 2/3}}',
    '{method: double-majority, members: {more-than: 1/2}, weight: {more-than: 1/2}}',
  )
  const open = () => here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b'])
    here.edit(
      `collectives/${member}.yaml`,
      'joined:',
      'weight: {value: 120, source: Bilan.}\njoined:',
    )
  expect(plain(open().err)).toBe(
    'La règle pèse les voix, et il manque un poids, en nombre entier, à : exemple-c (weight, dans le fichier du collectif).\n',
  )
  here.edit('collectives/exemple-c.yaml', 'joined:', 'weight: {value: 40, source: Bilan.}\njoined:')
  expect(open().code).toBe(0)
  expect(here.read('decisions/guichet.yaml')).toContain(
    '    electorate:\n      exemple-a: 120\n      exemple-b: 120\n      exemple-c: 40\n',
  )
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('stance', 'exemple-c', 'guichet', 'consent')
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23', '--lang', 'en').out).toContain(
    'Closed on 23 March 2025: adopted. 2 of 3 members for (2 were needed), of weight 160 of 280 (141 was needed).',
  )
  expect(here.cahier('check').code).toBe(0)
})

it('no round opens while the file of a member cannot be read: that member would be left out for good', () => {
  const here = desk()
  here.write(
    'collectives/exemple-b.yaml',
    Buffer.from('name: Société B\njoined: 2025-01-01\n', 'latin1'),
  )
  const before = here.files()
  const { code, err } = here.cahier('open', 'guichet', '--closes', '2025-03-22')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: '« collectives/exemple-b.yaml » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n',
  })
  expect(here.files()).toEqual(before)
})

it('nor while a shared folder left a copy of the manifest, which may have another rule', () => {
  const here = desk()
  const copy = 'programme (conflicted copy 2025-03-01).yaml'
  here.write(copy, here.read('programme.yaml').replace('2/3', '1/3'))
  const before = here.files()
  const { code, err } = here.cahier('open', 'guichet', '--closes', '2025-03-22')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: `« ${copy} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n`,
  })
  expect(here.files()).toEqual(before)
  here.remove(copy)
  expect(here.cahier('open', 'guichet', '--closes', '2025-03-22').code).toBe(0)
})
