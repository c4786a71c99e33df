import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decidedDesk } from './decided-desk.ts'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

it('writes the site, the books and their sums, and says where', () => {
  const here = decidedDesk()
  const { code, out } = here.cahier('publish')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(
    /^Édition 1, 1 proposition\n {2}dist\/1\/site\/index\.html {2}\d+ pages, \d+ ko\n/,
  )
  expect(plain(out)).not.toMatch(/ {2}0 ko/)
  expect(here.read('dist/1/site/index.html')).toContain('Garantir un guichet')
  expect(here.read('dist/1/site/index.html')).not.toContain('forfaits illimités')
  const books = ['epub', 'odt', 'txt', 'json'].map((ending) => `petit-programme-1.${ending}`)
  const tables = ['measures', 'requests', 'stances', 'sources'].map(
    (table) => `petit-programme-1-${table}.csv`,
  )
  for (const path of [...books, ...tables, 'manifest.json', 'record/axes/services/guichet.md'])
    expect(here.has(`dist/1/${path}`)).toBe(true)
  const sums = here.read('dist/1/SHA256SUMS').trim().split('\n')
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(
    here
      .files()
      .filter((path) => path.startsWith('dist/1/') && path !== 'dist/1/SHA256SUMS')
      .map((path) => path.slice('dist/1/'.length))
      .sort(),
  )
})

it('writes one format, everything as it stands, where it is told to', () => {
  const here = desk()
  const { code, out } = here.cahier(
    'publish',
    '--format',
    'epub',
    '--status',
    'all',
    '--out',
    'livres',
    '--lang',
    'en',
  )
  expect(code).toBe(0)
  expect(out).toMatch(/^Edition 1, 4 proposals \(working draft\)\n/)
  expect(
    here.files().filter((path) => path.startsWith('livres/') && !path.startsWith('livres/record/')),
  ).toEqual(['livres/SHA256SUMS', 'livres/manifest.json', 'livres/petit-programme-1.epub'])
})

it('a second edition in the same folder leaves nothing of the first, and nobody else’s file is touched', () => {
  const here = decidedDesk()
  here.cahier('publish', '--out', 'livres')
  here.write('livres/a-moi.txt', 'gardé')
  here.write('ailleurs.txt', 'gardé')
  // What stands there may have been sent by somebody, and name what is not its own.
  here.write(
    'livres/SHA256SUMS',
    `${here.read('livres/SHA256SUMS')}${'0'.repeat(64)}  ../ailleurs.txt\n`,
  )
  expect(here.cahier('publish', '--format', 'odt', '--out', 'livres').code).toBe(0)
  expect(here.has('livres/site/index.html')).toBe(false)
  expect([here.read('livres/a-moi.txt'), here.read('ailleurs.txt')]).toEqual(['gardé', 'gardé'])
  const once = here.files()
  expect(once).toContain('livres/petit-programme-1.odt')
  here.cahier('publish', '--format', 'odt', '--out', 'livres')
  expect(here.files()).toEqual(once)
})

it('twice the same, byte for byte', () => {
  const here = decidedDesk()
  here.cahier('publish', '--out', 'a')
  here
    .where({ CAHIER_DATE: '2026-01-01', TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8' })
    .cahier('publish', '--out', 'b')
  expect(here.read('b/SHA256SUMS')).toBe(here.read('a/SHA256SUMS'))
})

it('the same from a copy to which git gave the line ends of Windows', () => {
  const here = decidedDesk()
  here.cahier('publish', '--out', 'edition')
  const sums = here.read('edition/SHA256SUMS')
  here.remove('edition')
  for (const path of here.files().filter((one) => /\.(?:md|yaml)$/.test(one)))
    here.write(path, here.read(path).replaceAll('\n', '\r\n'))
  here.cahier('publish', '--out', 'edition')
  expect(here.read('edition/SHA256SUMS')).toBe(sums)
  expect(here.cahier('verify', 'edition').code).toBe(0)
})

it('shows what it would write, and writes nothing', () => {
  const here = decidedDesk()
  const before = here.files()
  expect(plain(here.cahier('publish', '--dry-run').out)).toMatch(
    /^Rien n’est écrit ; serait écrit :\nÉdition 1, /,
  )
  expect(here.files()).toEqual(before)
})

it('does not promise a folder in the place of a link that leads nowhere', () => {
  const here = desk()
  symlinkSync('nulle-part', join(here.folder, 'lien'))
  for (const seen of [['--dry-run'], []]) {
    const { code, err } = here.cahier('publish', '--format', 'txt', '--out', 'lien/ici', ...seen)
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: expect.stringContaining('un fichier se trouve là où il faut un dossier'),
    })
  }
})

const written = (here: Desk, folder: string) =>
  here
    .files()
    .filter((path) => path.startsWith(`${folder}/`) && !/\/(?:site|record)\//.test(path))
    .map((path) => path.slice(folder.length + 1))

it('makes a dossier of what one addressee is asked, beside the programme', () => {
  const here = decidedDesk()
  const { code, out } = here.cahier('publish', '--for', 'Syndicats')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(
    /^Édition 1, Dossier pour les syndicats, 1 proposition\n {2}dist\/1-dossier-syndicats\/site\/index\.html /,
  )
  const text = here.read('dist/1-dossier-syndicats/petit-programme-1-dossier-syndicats.txt')
  expect(text).toContain('Exiger les effectifs')
  expect(text).not.toContain('Voter la loi')
  expect(text).not.toContain('Le coût est connu')
})

it('in English, an opinion column is a column: in help, as a value, and in the names of its files', () => {
  const here = emptyDesk()
  here.cahier('init', 'ours', '--lang', 'en')
  const ours = here.inside('ours').where({ LANG: 'en_GB.UTF-8' })
  expect(ours.cahier('publish', '--help').out).toContain('programme|dossier|column|brochure')
  expect(ours.cahier('publish', '--kind', 'columm').err).toMatch(
    /--kind takes programme, dossier, column, .* did you mean “column”\?\n$/,
  )
  expect(ours.cahier('publish', '--kind', 'column', '--status', 'all').code).toBe(0)
  expect(here.has('ours/dist/1-column/ours-1-column.epub')).toBe(true)
  expect(here.files().filter((path) => path.includes('tribune'))).toEqual([])
})

it('makes each kind, in its own formats, under its own name', () => {
  const here = decidedDesk()
  here.cahier('stance', 'exemple-c', 'guichet', 'reservation', '--argument', 'Un jour de plus.')
  const books = (kind: string) => [
    'SHA256SUMS',
    'manifest.json',
    ...['epub', 'odt', 'txt'].map((end) => `petit-programme-1-${kind}.${end}`),
  ]
  for (const kind of ['tribune', 'brochure', 'charter']) {
    expect(here.cahier('publish', '--kind', kind).code).toBe(0)
    expect(written(here, `dist/1-${kind}`)).toEqual(books(kind))
    expect(JSON.parse(here.read(`dist/1-${kind}/manifest.json`)).kind).toBe(kind)
    expect(here.read(`dist/1-${kind}/site/index.html`)).toContain(
      'Toute démarche doit pouvoir être faite en personne',
    )
  }
  expect(here.cahier('publish', '--kind', 'data', '--out', 'donnees').code).toBe(0)
  expect(written(here, 'donnees').filter((path) => path.startsWith('petit'))).toEqual([
    ...['measures', 'requests', 'sources', 'stances'].map(
      (table) => `petit-programme-1-data-${table}.csv`,
    ),
    'petit-programme-1-data.json',
  ])
  expect(JSON.parse(here.read('donnees/petit-programme-1-data.json')).measures[0].summary).toEqual({
    number: '1.1',
    text: 'Toute démarche doit pouvoir être faite en personne.',
  })
})

it('keeps the numbers of the whole whatever is chosen', () => {
  const here = desk()
  here.cahier('publish', '--status', 'all', '--format', 'txt', '--out', 'tout')
  here.cahier(
    'publish',
    '--status',
    'all',
    '--format',
    'txt',
    '--out',
    'axe',
    '--axis',
    'reseaux',
    '--horizon',
    'court',
  )
  const numbers = (text: string) => text.split('\n').filter((line) => /^§\d+\.\d+ /.test(line))
  const [whole, part] = [
    numbers(here.read('tout/petit-programme-1.txt')),
    numbers(here.read('axe/petit-programme-1-axis-reseaux-horizon-court.txt')),
  ]
  expect(part.length).toBeGreaterThan(3)
  expect(part.filter((line) => !whole.includes(line))).toEqual([])
  expect(part[0]).toMatch(/^§[34]\.1 /)
})

it('does not say that more could be taken where nothing is adopted, and all is looked at already', () => {
  const { code, err } = desk().cahier('publish', '--axis', 'reseaux', '--horizon', 'moyen')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : rien à publier : aucune proposition ne répond à --axis reseaux --horizon moyen\n',
  })
})

it('asks what nobody answers: says so in one line, and writes nothing', () => {
  const here = decidedDesk()
  const before = here.files()
  const said = (...words: string[]) => {
    const { code, err } = here.cahier('publish', ...words)
    expect(code).toBe(2)
    return plain(err)
  }
  expect(said('--axis', 'reseaux')).toBe(
    'cahier : rien à publier : aucune proposition ne répond à --axis reseaux (--status all prend aussi celles qui ne sont pas adoptées)\n',
  )
  expect(said('--kind', 'dissent')).toBe(
    'cahier : rien à publier : aucune réserve ni objection sur ces propositions (--status all prend aussi celles qui ne sont pas adoptées)\n',
  )
  expect(said('--kind', 'charter', '--floor', '2')).toBe(
    'cahier : --floor 2 en demande trop : cette charte compte 1 mesure\n',
  )
  expect(said('--kind', 'dossier')).toBe(
    'cahier : un dossier s’adresse à un seul destinataire : ajoutez --for et l’un de ceux-ci : partis, syndicats\n',
  )
  expect(here.files()).toEqual(before)
})

it('refuses a brochure longer than twelve pages before anything is written', () => {
  const here = desk()
  for (let index = 0; index < 60; index++)
    here.write(
      `axes/reseaux/mesure-${index}.md`,
      `---\ntitle: Une mesure de plus ${index}\nsummary: ${'Un guichet ouvert chaque jour. '.repeat(5)}\n---\n`,
    )
  const { code, err } = here.cahier(
    'publish',
    '--kind',
    'brochure',
    '--status',
    'all',
    '--format',
    'txt',
  )
  expect(code).toBe(2)
  expect(plain(err)).toMatch(
    /^cahier : cette brochure ferait \d\d pages, 12 au plus : choisissez moins de propositions, par exemple un axe /,
  )
  expect(here.files().filter((path) => path.startsWith('dist/'))).toEqual([])
  expect(
    here.cahier(
      'publish',
      '--kind',
      'brochure',
      '--status',
      'all',
      '--axis',
      'services',
      '--format',
      'txt',
    ).code,
  ).toBe(0)
})

it('knows the words of the programme, and says which it knows', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('publish', ...words).err)
  expect(said('--axis', 'service')).toBe(
    'cahier : --axis prend services, reseaux, pas « service » : vouliez-vous « services » ?\n',
  )
  expect(said('--for', 'partis,communes')).toBe(
    'cahier : --for prend partis, syndicats, pas « communes »\n',
  )
  expect(said('--kind', 'brochur')).toMatch(
    /^cahier : --kind prend programme, .*, data, pas « brochur » : vouliez-vous « brochure » \?\n$/,
  )
  expect(said('--status', 'all,open')).toBe(
    'cahier : --status all ne va pas avec d’autres statuts : choisissez l’un ou les autres\n',
  )
  expect(said('--kind', 'data', '--format', 'html')).toBe(
    'cahier : --format prend json, csv, pas « html »\n',
  )
  expect(said('--floor', '2')).toBe('cahier : --floor ne va qu’avec --kind charter\n')
  expect(said('--kind', 'charter', '--floor', 'deux')).toBe(
    'cahier : --floor prend un nombre de mesures, par exemple 3, pas « deux »\n',
  )
})

it('refuses what it does not know, and a programme without a name', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('publish', ...words).err)
  expect(said('--format', 'pdf')).toBe(
    'cahier : --format prend html, epub, odt, txt, json, csv, pas « pdf »\n',
  )
  expect(said('guichet')).toBe(
    'cahier : cahier publish ne prend pas « guichet » (cahier publish --help)\n',
  )
  here.edit('programme.yaml', 'identifier: petit-programme, ', '')
  expect(said()).toBe(
    'cahier : « programme.yaml » ne peut pas être lu, ou n’a pas de publication.identifier : lancez « cahier lint »\n',
  )
})

it('leaves no text out in silence: a file that cannot be read whole is named, and nothing is written', () => {
  const refused = (path: string, does: (here: Desk) => void) => {
    const here = decidedDesk()
    does(here)
    const before = here.files()
    const { code, out, err } = here.cahier('publish', '--format', 'txt')
    expect({ code, out, err: plain(err) }).toEqual({
      code: 1,
      out: '',
      err: `« ${path} » ne se lit pas en entier, et manquerait à l’édition : lancez « cahier lint » et corrigez-le d’abord.\n`,
    })
    expect(here.files()).toEqual(before)
  }
  const text = 'axes/services/courrier.md'
  refused(text, (here) => here.write(text, Buffer.from(here.read(text), 'latin1')))
  refused(text, (here) =>
    here.write(
      text,
      `${here.read(text)}\n<<<<<<< HEAD\nUn mois.\n=======\nDeux mois.\n>>>>>>> samedi\n`,
    ),
  )
  refused(text, (here) => here.edit(text, 'impacts: [', 'impacts: [['))
  refused(text, (here) => here.write(text, ''))
  refused('sources.yaml', (here) => here.edit('sources.yaml', '- id:', '- id: ['))
  refused('positions/exemple-b.yaml', (here) =>
    here.edit('positions/exemple-b.yaml', 'stance: consent', 'stance: oui'),
  )
})

it('says when something was decided after the day that the edition bears', () => {
  const here = decidedDesk()
  const told = (day: string) =>
    plain(here.cahier('publish', '--format', 'txt', '--dry-run', '--date', day).err)
  here.edit('programme.yaml', 'date: 2025-06-01', 'date: 2025-03-22')
  expect(told('2025-03-22')).toBe('')
  expect(told('2025-03-24')).toBe(
    'Cette édition est datée du 22 mars 2025 (publication.date, dans programme.yaml) : ce qui s’est décidé depuis n’y est pas. Changez cette date, ou enlevez-la, pour l’y mettre.\n',
  )
  here.edit('programme.yaml', 'date: 2025-03-22', 'date: 2025-03-23')
  expect(told('2025-03-24')).toBe('')
})

it('in a copy where git writes line ends of Windows, a drawing is the same, and so is what was decided on it', () => {
  const around = emptyDesk()
  around.cahier('init', 'ici')
  const here = around.inside('ici')
  const text = 'axes/premier-axe/premiere-proposition.md'
  here.write(
    'assets/plan.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n<path d="M0 0h9"/>\n</svg>\n',
  )
  here.edit(text, 'Ouvrir un accueil', '![Le plan](../../assets/plan.svg)\n\nOuvrir un accueil')
  here.git('init', '-q')
  here.commit('texte')
  expect(around.git('clone', '-q', '-c', 'core.autocrlf=true', 'ici', 'là').code).toBe(0)
  const there = around.inside('là')
  expect(there.read(text)).toContain('\r\n')
  expect(there.cahier('digest', text).out).toBe(here.cahier('digest', text).out)
  for (const side of [here, there]) side.cahier('publish', '--status', 'all', '--out', 'edition')
  expect(there.read('edition/SHA256SUMS')).toBe(here.read('edition/SHA256SUMS'))
})
