import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

it('makes a programme that passes check, in French', () => {
  const here = emptyDesk()
  const { code, out } = here.cahier('init', 'mon-programme')
  expect(code).toBe(0)
  expect(plain(out)).toContain('écrit : mon-programme/programme.yaml\n')
  expect(plain(out)).toMatch(
    /\nPour commencer :\n {2}cd mon-programme\n {2}cahier lint {7}relire les textes\n/,
  )
  const checked = here.cahier('check', '--programme', 'mon-programme')
  expect(plain(checked.out)).toBe(
    '9 fichiers lus : rien à signaler.\nRecalculés : 0 texte figé, 0 résultat de tour.\n',
  )
  expect(checked.code).toBe(0)
})

it('makes one in English, that speaks English afterwards', () => {
  const here = emptyDesk().where({ LANG: 'en_GB.UTF-8' })
  expect(here.cahier('init', 'our-programme').out).toContain(
    'written: our-programme/axes/first-axis/first-proposal.md\n',
  )
  const checked = here.where({ LANG: 'C' }).cahier('check', '--programme', 'our-programme')
  expect(checked).toEqual({
    code: 0,
    out: '9 files read: nothing to report.\nRecomputed: 0 frozen texts, 0 round outcomes.\n',
    err: '',
  })
})

it('names the programme after its folder, without capitals or accents', () => {
  const here = emptyDesk()
  const { out } = here.cahier('init', 'Été à Brest')
  expect(plain(out)).toContain('\n  cd "Été à Brest"\n')
  expect(here.read('Été à Brest/programme.yaml')).toContain('identifier: ete-a-brest\n')
})

it('goes nowhere from the folder where it began', () => {
  expect(plain(emptyDesk().cahier('init', '.').out)).toMatch(/\nPour commencer :\n {2}cahier lint /)
})

it('leaves a folder with something in it as it is', () => {
  const here = emptyDesk()
  here.write('notes/a.txt', 'à moi')
  const { code, err } = here.cahier('init', 'notes')
  expect(code).toBe(2)
  expect(plain(err)).toBe('cahier : « notes » existe et n’est pas vide : rien n’est écrit\n')
  expect(here.files()).toEqual(['notes/a.txt'])
})

it('a fresh clone, with only .git in it, is a good place', () => {
  const here = emptyDesk()
  here.write('depot/.git/HEAD', 'ref: refs/heads/main\n')
  expect(here.cahier('init', 'depot').code).toBe(0)
})

it.each([
  [
    'fr_FR.UTF-8',
    'fichiers lus : rien à signaler',
    'premiere-proposition brouillon ✓',
    'CONTRIBUER.md',
  ],
  ['en_GB.UTF-8', 'files read: nothing to report', 'first-proposal  draft ✓', 'CONTRIBUTING.md'],
])(
  'in an empty folder, five commands lead to a site and to a forge (%s)',
  (LANG, clean, stance, page) => {
    const here = emptyDesk().where({ LANG })
    expect(here.cahier('init', 'ours').code).toBe(0)
    const ours = here.inside('ours').where({ LANG, HOME: here.folder })
    expect(plain(ours.cahier('lint').out)).toContain(clean)
    expect(plain(ours.cahier('status').out)).toContain(stance)
    expect(ours.cahier('publish').code).toBe(0)
    expect(ours.has('dist/1/site/index.html')).toBe(true)
    expect(ours.cahier('setup', 'github').code).toBe(0)
    expect(ours.has('.github/workflows/programme.yml')).toBe(true)
    expect(plain(ours.cahier('check').out)).toContain(clean)
    expect(ours.read('README.md')).toContain(page)
    expect(ours.has(page)).toBe(true)
    expect(ours.has('LICENCE.txt')).toBe(true)
  },
)

it('takes a title, a language, members and a rule, and gives no stance to members that are real', () => {
  const here = emptyDesk()
  const said = [
    '--title',
    "L'avenir : notre ville",
    '--member',
    'Les Prés',
    '--member',
    "L'atelier",
    '--rule',
    'accord tacite',
  ]
  expect(here.cahier('init', 'ville', ...said).code).toBe(0)
  expect(here.read('ville/programme.yaml')).toContain(
    'title: "L’avenir\u00A0: notre ville"\nlanguage: fr\n',
  )
  expect(here.read('ville/programme.yaml')).toContain('  default: {method: lazy, days: 15, ')
  expect(here.read('ville/README.md')).toMatch(/^# L’avenir\u00A0: notre ville\n/)
  expect(here.read('ville/collectives/l-atelier.yaml')).toContain('  L’atelier\n')
  expect(here.files().filter((path) => /^ville\/(?:collectives|positions)\//.test(path))).toEqual([
    'ville/collectives/l-atelier.yaml',
    'ville/collectives/les-pres.yaml',
  ])
  expect(plain(here.cahier('check', '--programme', 'ville').out)).toContain('rien à signaler')
  const unions = ['Loire', 'Marne'].map((place) => `Union locale des syndicats de la ${place}`)
  expect(here.cahier('init', 'unions', ...unions.flatMap((name) => ['--member', name])).code).toBe(
    0,
  )
  expect(here.read('unions/collectives/union-locale-des-syndicats.yaml')).toContain('Loire')
  expect(here.read('unions/collectives/union-locale-des-syndicats-2.yaml')).toContain('Marne')
  expect(here.cahier('init', 'town', '--language', 'en').code).toBe(0)
  expect(here.has('town/axes/first-axis/first-proposal.md')).toBe(true)
})

it('makes a repository that merges our texts, unless the folder is in another one or it is told not to', () => {
  const here = emptyDesk()
  here.cahier('init', 'ours')
  expect(here.inside('ours').git('config', '--get', 'merge.cahier.driver').out).toContain(
    'merge-file',
  )
  expect(plain(here.inside('ours').cahier('setup', 'git').out)).toContain('Tout est déjà en place.')
  here.cahier('init', 'shared', '--no-git')
  here.cahier('init', 'ours/axes/part')
  expect([here.has('shared/.git'), here.has('ours/axes/part/.git')]).toEqual([false, false])
})

it('writes what a forge needs when one is named', () => {
  const here = emptyDesk()
  expect(here.cahier('init', 'ours', '--forge', 'gitlab').code).toBe(0)
  expect(here.has('ours/.gitlab-ci.yml')).toBe(true)
})

it.each([
  ['--language', 'de', '--language prend fr, en, pas « de »'],
  ['--forge', 'svn', '--forge prend github, gitlab, forgejo, pas « svn »'],
  ['--rule', 'chef', '« chef » n’est pas une règle pour commencer (il y en a d’autres'],
  ['--member', '…', '« … » ne donne pas de nom de fichier'],
])('refuses %s %s, and writes nothing', (option, value, sentence) => {
  const here = emptyDesk()
  const { code, err } = here.cahier('init', 'ours', option, value)
  expect({ code, err: plain(err) }).toEqual({ code: 2, err: expect.stringContaining(sentence) })
  expect(here.files()).toEqual([])
})

it('shows what it would write, and writes nothing', () => {
  const here = emptyDesk()
  const { code, out } = here.cahier('init', 'mon-programme', '--dry-run')
  expect(code).toBe(0)
  expect(plain(out)).toContain('serait écrit : mon-programme/programme.yaml\n')
  expect(out).toContain('    title: Notre programme\n')
  expect(here.files()).toEqual([])
})

it('wants one folder', () => {
  const { code, err } = emptyDesk().cahier('init')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : cahier init prend DOSSIER (cahier init --help)\n',
  })
})
