import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

const text = 'axes/services/guichet.md'

/** A desk where B objected to a text that changed since. */
function answered(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consentement')
  here.cahier(
    'stance',
    'exemple-b',
    'guichet',
    'objection',
    '--argument',
    'Trop peu de jours.',
    '--lifts-if',
    'Trois jours.',
  )
  here.cahier('stance', 'exemple-a', 'courrier', 'consentement')
  return here
}

it('shows word by word what changed, next to what the member had said, in 60 columns', () => {
  const here = answered()
  here.edit(text, 'ouvert deux jours', 'ouvert trois jours')
  here.edit(text, 'partis: Voter la loi.', 'partis: Voter la loi dès 2026.')
  const { code, out } = here.where({ COLUMNS: '60' }).cahier('since', 'exemple-b')
  expect(code).toBe(0)
  const said = plain(out)
  expect(said).toContain(
    'Vous aviez dit, le 1er mars 2025 : objection. Cette\nobjection tient toujours.',
  )
  expect(said).toContain('Argument : « Trop peu de jours. »\n  Serait levée si : « Trois jours. »')
  expect(said).toContain('a été gardé par le tour ouvert le 1er mars')
  expect(said).toContain('Demande (Partis) :\n  Voter la loi{+ dès 2026+}.')
  expect(said).toContain(
    'Ce que nous proposons :\n  Un guichet par commune, ouvert [-deux-]{+trois+} jours par\n  semaine.',
  )
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  expect(here.cahier('since', 'exemple-b', '--lang', 'en').out).toContain(
    'The text you answered was kept by the round opened on 1 March',
  )
  const report = JSON.parse(here.cahier('since', 'exemple-b', '--format', 'json').out)
  expect(schemaFaults('report-since', report)).toEqual([])
  expect(report.proposals).toMatchObject([
    {
      id: 'guichet',
      what: 'text',
      found: { in: 'round', day: '2025-03-01' },
      parts: [{ part: 'requests.partis' }, { changes: [{ old: 'deux', new: 'trois' }] }],
    },
  ])
})

it('lines cut elsewhere, spaces and quotes are no change; reasons alone are said to be reasons', () => {
  const here = answered()
  here.edit(text, 'ouvert deux jours par semaine', 'ouvert\ndeux jours\npar semaine')
  expect(plain(here.cahier('since', 'exemple-a').out)).toContain(
    'Exemple A (exemple) : aucun texte n’a changé',
  )
  here.edit(text, 'Un tiers des adultes', 'Près d’un tiers des adultes')
  const said = plain(here.cahier('since', 'exemple-a', 'guichet', 'sobriete').out).replace(
    /\s+/g,
    ' ',
  )
  expect(said).toContain(
    'Le texte auquel vous avez répondu est le même ; seul le reste a été repris (Pourquoi).',
  )
  expect(said).toContain('sobriete : ce collectif n’en a rien dit.')
  expect(plain(here.cahier('since', 'exemple-a').out)).toContain(
    'guichet : même texte, seul le reste a été repris (Pourquoi).',
  )
})

it('says where it looked when the text of then is nowhere, and finds it in git or in a bundle', () => {
  const here = answered()
  here.cahier('publish', '--status', 'all', '--out', 'edition')
  here.git('init', '--quiet')
  here.git('add', 'axes')
  here.git('commit', '--quiet', '--message', 'Un texte')
  here.edit('axes/services/courrier.md', 'en un mois.', 'en quinze jours.')
  const inGit = here.cahier('since', 'exemple-a', 'courrier')
  expect(plain(inGit.out)).toContain('Le texte d’alors est dans git')
  expect(inGit.out).toContain('[-un mois-]{+quinze jours+}')
  expect(inGit.out).not.toMatch(/Personne|@/)
  here.remove('.git')
  const lost = here.cahier('since', 'exemple-a', 'courrier')
  expect(lost.code).toBe(0)
  expect(plain(lost.out).replace(/\s+/g, ' ')).toContain(
    'est introuvable. Cherché dans : les copies des tours, les amendements adoptés, aucune édition (ajoutez --bundle), aucun dépôt git.',
  )
  const bundled = here.cahier('since', 'exemple-a', 'courrier', '--bundle', 'edition')
  expect(plain(bundled.out)).toContain('Le texte d’alors est dans l’édition donnée')
  expect(bundled.out).toContain('[-un mois-]{+quinze jours+}')
})

it('finds the text in a bundle that has it under another name', () => {
  const here = answered()
  here.cahier('publish', '--status', 'all', '--out', 'edition')
  here.write(
    'axes/services/reponse.md',
    here.read('axes/services/courrier.md').replace('un mois', 'deux mois'),
  )
  here.remove('axes/services/courrier.md')
  here.edit('positions/exemple-a.yaml', '  courrier:', '  reponse:')
  expect(here.cahier('since', 'exemple-a', 'reponse').out).not.toContain('[-un-]{+deux+}')
  expect(here.cahier('since', 'exemple-a', 'reponse', '--bundle', 'edition').out).toContain(
    '[-un-]{+deux+}',
  )
})

it('finds the text in git after the file moved to another axis', () => {
  const here = answered()
  here.git('init', '--quiet')
  here.git('add', 'axes')
  here.git('commit', '--quiet', '--message', 'Un texte')
  here.write(
    'axes/reseaux/courrier.md',
    here.read('axes/services/courrier.md').replace('un mois', 'deux mois'),
  )
  here.remove('axes/services/courrier.md')
  expect(here.cahier('since', 'exemple-a', 'courrier').out).toContain('[-un-]{+deux+}')
})

it('whatever the signs in the name of a file, and the moment that a commit says it was made', () => {
  const here = desk()
  here.write('axes/services/c++.md', here.read(text))
  here.cahier('stance', 'exemple-a', 'c++', 'consentement')
  here.git('init', '-q')
  here.git('add', '-A')
  const tree = here.git('write-tree').out.trim()
  const made = `tree ${tree}\nauthor A <a@exemple.fr> 99999999999999 +0000\ncommitter A <a@exemple.fr> 99999999999999 +0000\n\nLoin\n`
  here.write('.git/made', made)
  here.git(
    'update-ref',
    'HEAD',
    here.git('hash-object', '-t', 'commit', '-w', '.git/made').out.trim(),
  )
  here.edit('axes/services/c++.md', 'ouvert deux jours', 'ouvert trois jours')
  const { code, out } = here.cahier('since', 'exemple-a', 'c++')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(
    /Le texte d’alors est dans git, au \d+(?:er)? \p{L}+ \d{4}\. Ce qui a changé :/u,
  )
  // It was made by now, whatever it says.
  expect(plain(here.cahier('log', 'c++', '--date', '2999-01-01').out)).toContain('« Loin »')
})

it('says that what a member said is missing while a merge of its file is not settled, as log and record do', () => {
  const here = answered()
  const path = 'positions/exemple-a.yaml'
  here.write(
    path,
    here
      .read(path)
      .replace(
        /^ {4}stance: .*$/m,
        '<<<<<<< HEAD\n$&\n=======\n    stance: abstention\n>>>>>>> autre',
      ),
  )
  for (const words of [
    ['since', 'exemple-a'],
    ['log', 'courrier'],
    ['record', 'courrier'],
    ['amendments', 'courrier'],
  ])
    expect(plain(here.cahier(...words).err)).toContain(
      'il manque ici ce que dit « positions/exemple-a.yaml »',
    )
})

it('finds the text of a branch whose text a merge left aside', () => {
  const here = answered()
  here.git('init', '--quiet', '--initial-branch', 'main')
  here.commit('Un texte')
  here.git('checkout', '--quiet', '-b', 'autre')
  here.edit('axes/services/courrier.md', 'en un mois.', 'en deux mois.')
  here.cahier('stance', 'exemple-a', 'courrier', 'consent')
  here.commit('Deux mois, et A consent')
  here.git('checkout', '--quiet', 'main')
  here.edit('axes/services/courrier.md', 'en un mois.', 'en trois mois.')
  here.commit('Trois mois')
  here.git('merge', '--quiet', '--no-edit', '--strategy-option', 'ours', 'autre')
  const { out } = here.cahier('since', 'exemple-a', 'courrier')
  expect(plain(out)).toContain('Le texte d’alors est dans git')
  expect(out).toContain('[-deux-]{+trois+}')
  expect(here.cahier('log', 'courrier').out).not.toContain('Deux mois')
})

it('says so when a member spoke on nothing yet', () => {
  const here = desk()
  expect(plain(here.cahier('since', 'exemple-c').out)).toBe(
    'Exemple C (exemple) : ce collectif ne s’est prononcé sur aucun texte.\n',
  )
})

it('a wrong command is one line', () => {
  const here = desk()
  for (const args of [
    [],
    ['exemple-z'],
    ['exemple-a', 'guichets'],
    ['exemple-a', '--bundle', 'nulle-part'],
  ]) {
    const { code, err } = here.cahier('since', ...args)
    expect({ code, lines: err.trim().split('\n').length }, args.join(' ')).toEqual({
      code: 2,
      lines: 1,
    })
  }
})
