import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

/** A desk at a moment, as git writes it down; and at noon of a day. */
const at = (moment: string, here: Desk) =>
  here.where({ GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment })
const on = (day: string, here: Desk) => at(`${day}T12:00:00Z`, here)

it('tells the story of a proposal, with git and without, and names no person', () => {
  const here = desk()
  const commit = (day: string, message: string) => on(day, here).commit(message)
  here.git('init', '-q')
  commit('2025-02-01', 'Un guichet')
  here.edit('axes/services/guichet.md', 'Le coût est connu', 'Le coût est bien connu')
  commit('2025-02-10', 'Une source')
  here.edit('axes/services/guichet.md', 'ouvert deux jours', 'ouvert trois jours')
  commit('2025-02-20', 'Trois jours')
  here.cahier('open', 'guichet', '--closes', '2025-03-10')
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Trop peu.',
    '--date',
    '2025-03-02',
  )
  commit('2025-03-02', 'A objecte')
  here.cahier('stance', 'exemple-a', 'guichet', 'consentement', '--date', '2025-03-04')
  here.cahier('stance', 'exemple-b', 'guichet', 'consentement', '--date', '2025-03-04')
  here.cahier('close', 'guichet', '--date', '2025-03-11')
  here.cahier(
    'transmit',
    'union',
    '--name',
    'Une union',
    '--kind',
    'syndicats',
    '--edition',
    '1',
    '--proposals',
    'guichet',
    '--date',
    '2025-03-12',
  )
  const told = plain(here.cahier('log', 'guichet', '--date', '2025-04-01').out)
  expect(told).toBe(`Garantir un guichet

1er février 2025
  Première version du texte que git connaît — « Un guichet »

10 février 2025
  Le texte ne change pas, le reste est repris — « Une source »

20 février 2025
  Le texte change (Ce que nous proposons) — « Trois jours »

1er mars 2025
  Tour ouvert, jusqu’au soir du 10 mars 2025

2 mars 2025
  Exemple A (exemple) : objection — « Trop peu. »

4 mars 2025
  Exemple A (exemple) : consentement
  Exemple B (exemple) : consentement

11 mars 2025
  Tour clos : adoptée

12 mars 2025
  Remise à Une union (édition 1)
`)
  const report = JSON.parse(
    here.cahier('log', 'guichet', '--date', '2025-04-01', '--format', 'json').out,
  )
  expect(schemaFaults('report-log', report)).toEqual([])
  expect(JSON.stringify(report)).not.toMatch(/Ada|ada@/)
  expect(plain(here.cahier('log', 'guichet', '--date', '2025-02-15').out)).not.toContain(
    'Trois jours',
  )
  here.remove('.git')
  const alone = plain(here.cahier('log', 'guichet', '--date', '2025-04-01').out)
  expect(alone).toContain('11 mars 2025\n  Tour clos : adoptée\n')
  expect(alone).toContain('Sans git, les textes d’avant ne sont pas connus')
  expect(alone).not.toContain('objection')
})

it('the day of a version is that of the programme, wherever the machine is set to be', () => {
  for (const [zone, told] of [
    ['Pacific/Kiritimati', ['2 mars 2025', '3 mars 2025', '1er avril 2025']],
    ['Pacific/Pago_Pago', ['28 février 2025', '2 mars 2025', '31 mars 2025']],
    ['Europe/Paris', ['1er mars 2025', '3 mars 2025', '31 mars 2025']],
    ['Nulle/Part', ['1er mars 2025', '2 mars 2025', '31 mars 2025']],
  ] as const) {
    const here = desk()
    here.edit('programme.yaml', 'timezone: Europe/Paris', `timezone: ${zone}`)
    here.git('init', '-q')
    const words = ['deux jours', 'trois jours', 'quatre jours']
    for (const [rank, moment] of [
      '2025-03-01T10:30:00Z',
      '2025-03-02T23:30:00Z',
      '2025-03-31T12:00:00Z',
    ].entries()) {
      if (rank > 0)
        here.edit('axes/services/guichet.md', `ouvert ${words[rank - 1]}`, `ouvert ${words[rank]}`)
      at(moment, here).commit('Un jour')
    }
    for (const machine of [zone, 'UTC', 'Pacific/Kiritimati']) {
      const out = plain(
        here.where({ TZ: machine, CAHIER_DATE: '2025-04-02' }).cahier('log', 'guichet').out,
      )
      expect(
        out.split('\n').filter((line) => /^\d.* 20\d\d$/.test(line)),
        `${zone} from ${machine}`,
      ).toEqual(told)
    }
  }
})

it('follows a proposal whose file took another name, another axis, or moved with the whole programme', () => {
  const here = desk()
  const commit = (day: string, message: string) => on(day, here).commit(message)
  const move = (from: string, to: string) =>
    renameSync(join(here.folder, from), join(here.folder, to))
  here.git('init', '-q')
  commit('2025-02-01', 'Un guichet')
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Trop peu.',
    '--date',
    '2025-02-02',
  )
  commit('2025-02-02', 'A objecte')
  here.edit('axes/services/guichet.md', 'ouvert deux jours', 'ouvert trois jours')
  here.cahier('stance', 'exemple-a', 'guichet', '--withdraw', '--date', '2025-02-03')
  commit('2025-02-03', 'Trois jours')
  move('axes/services/guichet.md', 'axes/reseaux/accueil.md')
  here.edit('axes/reseaux/accueil.md', 'Le coût est connu', 'Le coût est bien connu')
  commit('2025-02-04', 'Un autre nom')
  // Another text takes the name that was left.
  here.write(
    'axes/services/guichet.md',
    here.read('axes/services/courrier.md').replaceAll('courrier', 'guichet'),
  )
  commit('2025-02-05', 'Un autre texte')
  mkdirSync(join(here.folder, 'textes'))
  for (const name of ['programme.yaml', 'sources.yaml', 'axes', 'collectives', 'positions'])
    move(name, `textes/${name}`)
  commit('2025-02-06', 'Tout dans un dossier')
  here.edit('textes/axes/reseaux/accueil.md', 'ouvert trois jours', 'ouvert quatre jours')
  commit('2025-02-07', 'Quatre jours')
  const { out } = here.inside('textes').cahier('log', 'accueil', '--date', '2025-02-08')
  expect(plain(out)).toBe(`Garantir un guichet

1er février 2025
  Première version du texte que git connaît — « Un guichet »

2 février 2025
  Exemple A (exemple) : objection — « Trop peu. »

3 février 2025
  Le texte change (Ce que nous proposons) — « Trois jours »
  Exemple A (exemple) : position retirée (objection)

4 février 2025
  Le texte ne change pas, le reste est repris — « Un autre nom »
  S’appelait « guichet », et s’appelle désormais « accueil »

7 février 2025
  Le texte change (Ce que nous proposons) — « Quatre jours »
`)
  const report = JSON.parse(
    here.inside('textes').cahier('log', 'accueil', '--date', '2025-02-08', '--format', 'json').out,
  )
  expect(schemaFaults('report-log', report)).toEqual([])
  expect(report.events[3]).toEqual({
    day: '2025-02-03',
    kind: 'taken-back',
    member: 'exemple-a',
    stance: 'objection',
    given: '2025-02-02',
  })
  expect(report.events[5]).toEqual({
    day: '2025-02-04',
    kind: 'renamed',
    from: 'guichet',
    to: 'accueil',
  })
})

it('tells what each of two branches changed, and of their merge only what neither had', () => {
  const here = desk()
  const file = 'axes/services/guichet.md'
  const git = (day: string, ...args: readonly string[]) =>
    on(day, here).git('-c', 'user.name=é', '-c', 'user.email=', ...args)
  const commit = (day: string, message: string) => {
    git(day, 'add', '-A')
    git(day, 'commit', '-qm', message)
  }
  const told = () => plain(here.cahier('log', 'guichet', '--date', '2025-02-20').out)
  git('2025-02-01', 'init', '-q', '-b', 'main')
  commit('2025-02-01', 'Un guichet')
  git('2025-02-02', 'checkout', '-qb', 'mesure')
  here.edit(file, 'ouvert deux jours', 'ouvert trois jours')
  commit('2025-02-02', 'Trois jours')
  git('2025-02-03', 'checkout', '-qb', 'raisons', 'main')
  here.edit(file, 'Le coût est connu', 'Le coût est bien connu')
  commit('2025-02-03', 'Une raison')
  git('2025-02-04', 'checkout', '-q', 'main')
  git('2025-02-04', 'merge', '-q', '--no-ff', '--no-edit', 'mesure')
  git('2025-02-05', 'merge', '-q', '--no-ff', '--no-edit', 'raisons')
  expect(told()).toBe(`Garantir un guichet

1er février 2025
  Première version du texte que git connaît — « Un guichet »

2 février 2025
  Le texte change (Ce que nous proposons) — « Trois jours »

3 février 2025
  Le texte ne change pas, le reste est repris — « Une raison »
`)
  git('2025-02-06', 'checkout', '-qb', 'soir')
  here.edit(file, 'par semaine', 'par semaine et le soir')
  commit('2025-02-06', 'Le soir')
  git('2025-02-07', 'checkout', '-q', 'main')
  git('2025-02-07', 'merge', '-q', '--no-ff', '--no-commit', 'soir')
  here.edit(file, 'Un guichet par commune', 'Deux guichets par commune')
  commit('2025-02-07', 'Le soir, et deux guichets')
  expect(told()).toContain(`
6 février 2025
  Le texte change (Ce que nous proposons) — « Le soir »

7 février 2025
  Le texte change (Ce que nous proposons) — « Le soir, et deux guichets »
`)
})

it('a round that fell is told before the one that took its place', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.edit('axes/services/guichet.md', 'ouvert deux jours', 'ouvert trois jours')
  here.cahier('open', 'guichet', '--closes', '2025-03-25', '--date', '2025-03-02')
  expect(plain(here.cahier('log', 'guichet', '--date', '2025-03-03').out)).toContain(
    '2 mars 2025\n  Tour clos : tour nul\n  Tour ouvert, jusqu’au soir du 25 mars 2025\n',
  )
})

it('says so when nothing happened, and refuses a name that is none', () => {
  const here = desk()
  expect(plain(here.cahier('log', 'brouillon').out)).toContain('Rien ne s’est encore passé')
  const { code, err } = here.cahier('log', 'guichets')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : aucune proposition « guichets » : vouliez-vous écrire « guichet » ?\n',
  })
})

it('tells where the text went when its file took another name', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  renameSync(
    join(here.folder, 'axes/services/guichet.md'),
    join(here.folder, 'axes/services/accueil.md'),
  )
  expect(plain(here.cahier('log', 'guichet').err)).toBe(
    'cahier : il n’y a plus de proposition « guichet », mais son texte est dans axes/services/accueil.md : redonnez à ce fichier son nom, guichet.md, auquel tiennent ses tours et ses positions\n',
  )
})

it('does not say that git is missing of a proposal that git does not know yet', () => {
  const here = desk()
  here.git('init', '-q')
  expect(plain(here.cahier('log', 'guichet').out)).toContain(
    'Git ne connaît encore aucun texte de ce fichier, du moins sous ce nom',
  )
  expect(plain(desk().cahier('log', 'guichet').out)).toContain('Sans git, les textes')
})
