import { expect, it } from 'vitest'
import { addWish, amendedDesk, GUICHET } from './amended-desk.ts'
import { type Desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

const BLOCK = 'Un guichet par commune, ouvert deux jours par semaine.'
const trois = { by: 'exemple-a', marked: BLOCK.replace('deux', '{~~deux~>trois~~}') }
const cinq = { by: 'exemple-b', marked: BLOCK.replace('deux', '{~~deux~>cinq~~}') }
const quartier = { by: 'exemple-c', marked: BLOCK.replace('commune', '{~~commune~>quartier~~}') }
const troisAussi = {
  by: 'exemple-b',
  marked: BLOCK.replace('deux jours', '{~~deux jours~>trois jours~~}'),
}
const samedi = { by: 'exemple-b', marked: BLOCK.replace('.', '{++ et le samedi++}.') }
const parties = {
  by: 'exemple-b',
  head: 'divisible: true\nat: [3, 4]\n',
  marked:
    `## Ce que nous {~~proposons~>voulons~~}\n\n${BLOCK.replace(' par semaine', '{-- par semaine--}')}`.replace(
      'voulons',
      'proposons, et voulons',
    ),
}

function checked(here: Desk): {
  readonly code: number | null
  readonly said: readonly string[]
  readonly fates: number
} {
  const { code, out } = here.cahier('check', '--format', 'json')
  const { findings, recomputed } = JSON.parse(out)
  const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error')
  return {
    code,
    said: errors.map(
      ({ path, message }: { path: string; message: string }) => `${path} ${plain(message)}`,
    ),
    fates: recomputed.fates,
  }
}

it('merges two amendments in one pass, and records what became of all', () => {
  const here = amendedDesk({ trois, quartier, cinq })
  const { code, out } = here.cahier('adopt', 'guichet', 'amendments/guichet/trois.md', 'quartier')
  expect(code).toBe(0)
  expect(here.read(GUICHET)).toContain(
    '\nUn guichet par quartier, ouvert trois jours par semaine.\n',
  )
  const shown = plain(out).replace(/\s+/g, ' ')
  expect(shown).toContain('avant : Un guichet par [[commune]], ouvert [[deux]] jours par semaine.')
  expect(shown).toContain(
    'après : Un guichet par [[quartier]], ouvert [[trois]] jours par semaine.',
  )
  expect(plain(out).replace(/\s+/g, ' ')).toContain(
    'À relire : deux mains ont touché le même endroit. quartier (Exemple C) et trois (Exemple A), dans la même phrase : « Un guichet par quartier, ouvert trois jours par semaine. »',
  )
  expect(plain(out)).toContain('Tombe, car ce qu’il touche vient de changer :\n  cinq, Exemple B\n')
  const record = here.read('amendments/guichet/trois.md')
  expect(record).toMatch(
    /by: exemple-a # une note\ndate: 2025-02-20\nat: \[4\]\noutcome: adopted\nadopted: \{date: 2025-03-01, from: v1-\w{64}, to: v1-\w{64}, with: \[quartier\], hunks: \[1\]\}\n---\n/,
  )
  expect(here.read('amendments/guichet/cinq.md')).toContain('\noutcome: lapsed\n---\n')
  expect(record).toContain(`to: ${here.cahier('digest', GUICHET, '--whole').out.trim()}`)
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 3 })
  expect(plain(here.cahier('check').out)).toContain(', 3 sorts d’amendement.')
  here.cahier('publish', '--status', 'all', '--format', 'txt', '--out', 'édition')
  expect(plain(here.cahier('verify', 'édition').out)).toContain(
    '3 amendements : le sort inscrit, adopté ou tombé, recalculé sur le texte d’avant.',
  )
})

it('two that each number an item leave a list to be numbered again, and that is said', () => {
  const here = amendedDesk({})
  here.edit(GUICHET, BLOCK, `${BLOCK}\n\n1. un accueil\n2. un téléphone`)
  addWish(here, 'courrier', {
    by: 'exemple-a',
    marked: '1. un accueil\n{++2. un courrier++}\n{~~2~>3~~}. un téléphone',
  })
  addWish(here, 'site', {
    by: 'exemple-b',
    marked: '1. un accueil\n2. un téléphone\n{++3. un site++}',
  })
  const { code, out } = here.cahier('adopt', 'guichet', 'courrier', 'site')
  expect(code).toBe(0)
  expect(here.read(GUICHET)).toContain(
    '\n1. un accueil\n2. un courrier\n3. un téléphone\n3. un site\n',
  )
  expect(plain(out)).toMatch(
    /À renuméroter : ces numéros ne se suivent plus\.\n {2}ligne \d+ : 1, 2, 3, 3\n/,
  )
})

it('is checked whatever names the amendments have, one the beginning of another too', () => {
  const here = amendedDesk({ retour: trois, 'retour-2': quartier, samedi })
  expect(here.cahier('adopt', 'guichet', 'retour', 'retour-2', 'samedi').code).toBe(0)
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 3 })
})

it('a passage to read again is shown once, however many changes of one hand are in it', () => {
  const matin = {
    by: 'exemple-c',
    marked:
      'Un guichet par {~~commune~>quartier~~}, ouvert deux jours par semaine{++ et le soir++}.',
  }
  const here = amendedDesk({ trois, matin })
  const { out } = here.cahier('adopt', 'guichet', 'trois', 'matin')
  expect(plain(out).match(/dans la même phrase/g)).toHaveLength(1)
})

it('gives the same bytes whatever the order, and one after the other', () => {
  const texts = [
    [['trois', 'quartier', 'samedi']],
    [['samedi', 'trois', 'quartier']],
    [['trois'], ['samedi'], ['quartier']],
    [['quartier'], ['samedi', 'trois']],
  ].map((passes) => {
    const here = amendedDesk({ trois, quartier, samedi })
    for (const pass of passes) expect(here.cahier('adopt', 'guichet', ...pass).code).toBe(0)
    expect(checked(here)).toMatchObject({ code: 0, said: [] })
    return here.read(GUICHET)
  })
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain(
    'Un guichet par quartier, ouvert trois jours par semaine et le samedi.',
  )
})

it('the same wish of two collectives stands once, and both are credited', () => {
  const here = amendedDesk({ trois, 'trois-aussi': troisAussi })
  expect(plain(here.cahier('adopt', 'guichet', 'trois').out)).toContain(
    'Adoptés :\n  trois, Exemple A\n  trois-aussi, Exemple B\n',
  )
  expect(here.read(GUICHET)).toContain('ouvert trois jours par semaine.')
  expect(here.read('amendments/guichet/trois-aussi.md')).toContain('with: [trois]')
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 2 })
})

it('refuses what collides, what is decided, what has no place, and writes nothing', () => {
  const here = amendedDesk({
    trois,
    cinq,
    perdu: { by: 'exemple-a', marked: 'Un paragraphe {++qui++} n’y est pas.' },
  })
  const before = here.files().map((path) => here.read(path))
  const refused = (...words: readonly string[]) =>
    plain(here.cahier('adopt', 'guichet', ...words).err)
  expect(refused('trois', 'cinq')).toContain('à discuter ensemble : cinq + trois')
  expect(refused('perdu')).toContain(
    '« perdu » n’a pas de place certaine dans le texte : le passage « Un paragraphe n’y est pas. » n’y est plus',
  )
  expect(refused('troi')).toContain('vouliez-vous écrire « trois » ?')
  expect(refused('trois:1,2')).toContain('il n’y a pas de partie 2')
  expect(here.cahier('adopt', 'guichet', 'trois', '--dry-run').code).toBe(0)
  expect(here.files().map((path) => here.read(path))).toEqual(before)
  expect(here.cahier('adopt', 'guichet').code).toBe(2)
  expect(here.cahier('adopt', 'guichet', 'trois:un').code).toBe(2)
  here.cahier('adopt', 'guichet', 'trois')
  expect(refused('cinq')).toContain('a déjà son sort (« tombé »')
})

it('takes a part of what is divisible, and only of that', () => {
  const here = amendedDesk({ parties, entier: { ...parties, head: 'at: [3, 4]\n' } })
  expect(plain(here.cahier('adopt', 'guichet', 'entier:2').err)).toContain(
    '« entier » ne se divise pas',
  )
  here.remove('amendments/guichet/entier.md')
  expect(here.cahier('adopt', 'guichet', 'parties:2').code).toBe(0)
  expect(here.read(GUICHET)).toContain(
    '## Ce que nous proposons\n\nUn guichet par commune, ouvert deux jours.\n',
  )
  expect(here.read('amendments/guichet/parties.md')).toMatch(
    /outcome: adopted-modified\nadopted: \{.*, hunks: \[2\]\}\n/,
  )
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 1 })
})

it('waits until a round is closed, unless it may fall', () => {
  const here = amendedDesk({ trois })
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  const { code, err } = here.cahier('adopt', 'guichet', 'trois')
  expect([code, plain(err)]).toEqual([
    1,
    'Un tour est ouvert sur « guichet » (jusqu’au 22 mars 2025) : attendez qu’il soit clos, ou ajoutez --void pour accepter qu’il tombe.\n',
  ])
  expect(plain(here.cahier('adopt', 'guichet', 'trois', '--date', '2025-03-23').err)).toContain(
    'a fini le 22 mars 2025 et n’est pas clos',
  )
  const rounds = here.read('decisions/guichet.yaml')
  here.write('decisions/guichet.yaml', `${rounds}- [\n`)
  const before = here.read(GUICHET)
  expect(plain(here.cahier('adopt', 'guichet', 'trois').err)).toContain(
    '« decisions/guichet.yaml » contient des erreurs',
  )
  expect(here.cahier('adopt', 'guichet', 'trois', '--void').code).toBe(1)
  expect(here.read(GUICHET)).toBe(before)
  here.write('decisions/guichet.yaml', rounds)
  expect(here.cahier('adopt', 'guichet', 'trois', '--void').code).toBe(0)
  expect(
    JSON.parse(here.cahier('status', 'guichet', '--format', 'json').out).proposals[0].status,
  ).toBe('void')
})

it.each([
  [
    'another text after',
    (here: Desk) => here.edit('amendments/guichet/trois.md', '~>trois~~', '~>quatre~~'),
    'n’est pas celui que donne son adoption',
  ],
  [
    'a part that was not taken',
    (here: Desk) =>
      here.edit('amendments/guichet/trois.md', 'outcome: adopted\n', 'outcome: adopted-modified\n'),
    'les parties adoptées en font',
  ],
  [
    'a companion',
    (here: Desk) =>
      here.edit('amendments/guichet/trois.md', ', hunks: [1]', ', with: [cinq], hunks: [1]'),
    '« with » devrait nommer',
  ],
  [
    'an adoption that never was',
    (here: Desk) => {
      const digest = here.cahier('digest', GUICHET, '--whole').out.trim()
      addWish(here, 'faux', {
        ...samedi,
        marked: 'Le coût est {++bien ++}connu [@cour-2023].',
        head: `outcome: adopted\nadopted: {date: 2025-03-01, from: ${digest}, to: ${digest}}\n`,
      })
    },
    'n’est pas celui que donne son adoption',
  ],
  [
    'a fall for nothing',
    (here: Desk) =>
      addWish(here, 'faux', {
        ...samedi,
        marked: 'Le coût est {++bien ++}connu [@cour-2023].',
        head: 'outcome: lapsed\n',
      }),
    'rien de ce qu’il touche n’a changé',
  ],
])('a fate written by hand is refused: %s', (_, tamper, said) => {
  const here = amendedDesk({ trois, cinq })
  here.cahier('adopt', 'guichet', 'trois')
  expect(checked(here).code).toBe(0)
  tamper(here)
  const after = checked(here)
  expect(after.code).toBe(1)
  expect(after.said.join()).toContain(said)
})

it('the record stands when the text goes on', () => {
  const here = amendedDesk({ trois })
  here.cahier('adopt', 'guichet', 'trois')
  here.edit(GUICHET, 'trois jours', 'six jours')
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 0 })
})

it('an adoption is made again where git holds the text that it led to: a source renamed since hides no forged mark', () => {
  const here = amendedDesk({ trois, cinq })
  here.git('init', '-qb', 'main')
  here.commit('Deux amendements')
  here.cahier('adopt', 'guichet', 'trois')
  here.commit('Une adoption')
  for (const path of [GUICHET, 'axes/services/courrier.md', 'sources.yaml'])
    here.edit(path, 'insee-2022', 'insee-2023')
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 2 })
  here.edit('amendments/guichet/trois.md', '~>trois', '~>trente')
  expect(checked(here).said.join()).toContain('amendments/guichet/trois.md')
})

it('keeps the line ends of Windows', () => {
  const here = amendedDesk({ trois })
  for (const path of [GUICHET, 'amendments/guichet/trois.md'])
    here.write(path, here.read(path).replaceAll('\n', '\r\n'))
  const before = here.read(GUICHET)
  expect(here.cahier('adopt', 'guichet', 'trois').code).toBe(0)
  expect(here.read(GUICHET)).toBe(before.replace('deux jours', 'trois jours'))
  expect(here.read('amendments/guichet/trois.md')).not.toMatch(/(?<!\r)\n/)
  expect(checked(here)).toEqual({ code: 0, said: [], fates: 1 })
})

it('on the real programme: two that go together, then what is left, and check agrees each time', () => {
  const here = realDesk().where({ CAHIER_DATE: '2026-11-24' })
  const passes = [['bilan-apres-un-an', 'bilan-par-revenu'], ['nommer-la-video']]
  for (const pass of passes)
    expect(here.cahier('adopt', 'forfaits-illimites', ...pass).code).toBe(0)
  expect(here.read('axes/reseaux/forfaits-illimites.md')).toContain(
    '- un bilan public, par niveau de revenu, après un an, et',
  )
  expect(here.read('amendments/forfaits-illimites/viser-une-baisse.md')).toContain(
    'outcome: lapsed',
  )
  expect(checked(here)).toMatchObject({ code: 0, said: [] })
})
