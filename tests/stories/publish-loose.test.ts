import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * A book that somebody else wrote, with all that is usually wrong with them; nothing of a programme
 * anywhere.
 */
function foreignBook(): Desk {
  const here = emptyDesk()
  here.write(
    'livre/README.md',
    '---\ntitle: Le livre de la rivière\n---\n\nLire [la suite](2-suite.md#le-pont), [rien](absent.md).\n\n![Le pont](pont.jpg)\n',
  )
  here.write('livre/10-fin.md', '# La fin\n\nUn mot[^1], un autre[^2].\n\n[^1]: La note.\n')
  here.write(
    'livre/2-suite.md',
    '# La suite\r\n\r\n## Le pont\r\n\r\n| a | b |\r\n| - | - |\r\n| 1 | 2 |\r\n\r\n![Carte](carte.svg) ![Plan](plan.png)\r\n',
  )
  here.write('livre/pont.jpg', png)
  here.write('livre/plan.png', png.subarray(0, 50))
  here.write(
    'livre/carte.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>',
  )
  return here
}

it('makes a book of any folder of Markdown, and says first what is dead, missing or broken in it', () => {
  const here = foreignBook()
  const { code, out, err } = here.cahier('publish', '--loose', 'livre')
  expect([code, err]).toEqual([0, ''])
  const said = plain(out)
  for (const sentence of [
    /^livre\/README\.md\n {2}5:\d+ {2}attention {2}Lien mort : le fichier « absent\.md » n’existe pas\./m,
    /^livre\/10-fin\.md\n {2}3:\d+ {2}attention {2}La note \[\^2\] n’est écrite nulle part/m,
    /^livre\/pont\.jpg\n {2}1:1 {2}attention {2}Malgré son nom, cette image est publiée comme \.png/m,
    /^livre\/plan\.png\n {2}1:1 {2}attention {2}Cette image est abîmée ou incomplète/m,
    /^livre\/carte\.svg\n {2}1:1 {2}attention {2}Cette image contient « script »/m,
  ])
    expect(said).toMatch(sentence)
  expect(said).toMatch(
    /\n3 fichiers lus : 0 erreur, 5 avertissements, 0 remarque\.\n\nLe livre de la rivière, 3 chapitres\n {2}dist\/le-livre-de-la-riviere\/site\/index\.html /,
  )
  expect(here.files().filter((path) => /^dist\/le-livre-de-la-riviere\/[^/]+$/.test(path))).toEqual(
    [
      'dist/le-livre-de-la-riviere/SHA256SUMS',
      'dist/le-livre-de-la-riviere/le-livre-de-la-riviere.epub',
      'dist/le-livre-de-la-riviere/le-livre-de-la-riviere.odt',
      'dist/le-livre-de-la-riviere/manifest.json',
    ],
  )
  expect(JSON.parse(here.read('dist/le-livre-de-la-riviere/manifest.json'))).toMatchObject({
    kind: 'book',
    title: 'Le livre de la rivière',
    measures: [],
  })
  const page = here.read('dist/le-livre-de-la-riviere/site/readme/index.html')
  expect(page).toMatch(/<a href="\.\.\/2-suite\/index\.html#[^"]+">la suite<\/a>, rien\./)
  expect(page).toMatch(/<img src="\.\.\/images\/\w+\.png" alt="Le pont">/)
  expect(here.read('dist/le-livre-de-la-riviere/site/2-suite/index.html')).toMatch(/Carte Plan/)
  expect(here.files().some((path) => path.startsWith('dist/') && path.endsWith('.svg'))).toBe(false)
})

it('the same bytes on another day, elsewhere, twice', () => {
  const here = foreignBook()
  here.cahier('publish', '--loose', 'livre', '--out', 'a')
  here
    .where({ CAHIER_DATE: '2031-01-01', TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' })
    .inside('livre')
    .cahier('publish', '--loose', '.', '--out', '../b')
  expect(here.read('b/SHA256SUMS')).toBe(here.read('a/SHA256SUMS'))
})

it('the day, the formats and the place are those asked for; a dry run says all and writes nothing', () => {
  const here = foreignBook()
  const before = here.files()
  const dry = here.cahier('publish', '--loose', 'livre', '--dry-run', '--lang', 'en')
  expect(dry.out).toMatch(
    /Dead link: there is no file “absent\.md”[\s\S]*\nNothing is written; would be written:\nLe livre de la rivière, 3 chapters\n/,
  )
  expect(here.files()).toEqual(before)
  here.cahier(
    'publish',
    '--loose',
    'livre',
    '--format',
    'epub',
    '--date',
    '2025-06-01',
    '--out',
    'sorti',
  )
  expect(here.files().filter((path) => path.startsWith('sorti/'))).toEqual([
    'sorti/SHA256SUMS',
    'sorti/le-livre-de-la-riviere.epub',
    'sorti/manifest.json',
  ])
  expect(here.read('sorti/manifest.json')).toContain('"date": "2025-06-01"')
})

it('never reads outside the folder, nor writes among its texts unless told to', () => {
  const here = foreignBook()
  here.write('secret.md', '# Secret\n')
  symlinkSync(join(here.folder, 'secret.md'), join(here.folder, 'livre/lien.md'))
  symlinkSync(here.folder, join(here.folder, 'livre/dossier'))
  here.write('livre/vers.md', '[dehors](../secret.md)\n')
  const { out } = here.cahier('publish', '--loose', 'livre')
  expect(plain(out)).toMatch(
    /livre\/lien\.md\n {2}1:1 {2}attention {2}Ce fichier est un lien vers un autre/,
  )
  expect(plain(out)).toContain('« ../secret.md » est hors du dossier')
  expect(here.read('dist/le-livre-de-la-riviere/site/tout.html')).not.toContain('Secret')
  const refused = here.inside('livre').cahier('publish', '--loose', '.')
  expect([refused.code, plain(refused.err)]).toEqual([
    2,
    'cahier : rien n’est écrit parmi les textes : dites où avec --out DOSSIER, ou lancez la commande ailleurs\n',
  ])
  expect(here.inside('livre').cahier('publish', '--loose', '.', '--out', 'sorti').code).toBe(0)
  expect(here.has('livre/sorti/le-livre-de-la-riviere.odt')).toBe(true)
})

it('refuses what is no folder of Markdown, and what means nothing there, in one line', () => {
  const here = emptyDesk()
  here.write('vide/x.txt', 'rien')
  here.write('seul.md', '# Seul\n')
  const said = (...words: string[]) => {
    const { code, err } = here.cahier('publish', ...words)
    return `${code} ${plain(err)}`
  }
  expect(said('--loose', 'absent')).toBe('2 cahier : « absent » n’existe pas\n')
  expect(said('--loose', 'seul.md')).toBe(
    '2 cahier : « seul.md » n’est pas un dossier : donnez celui où sont les textes\n',
  )
  expect(said('--loose', 'vide')).toBe(
    '2 cahier : « vide » n’a aucun fichier Markdown (.md) que l’on puisse lire\n',
  )
  expect(said('--loose', '.', '--axis', 'services')).toBe(
    '2 cahier : --loose ne va pas avec --axis (cahier publish --help)\n',
  )
  expect(said('--loose', '.', '--format', 'pdf')).toMatch(
    /^2 cahier : --format prend html, .*, pas « pdf »\n$/,
  )
  expect(said()).toMatch(/^2 cahier : aucun programme ici/)
})

it('a bad image of a programme is said before the edition is written, and breaks nothing', () => {
  const here = foreignBook()
  here.cahier('init', 'prog')
  here.write('prog/assets/plan.png', png.subarray(0, 50))
  const { code, out } = here.inside('prog').cahier('publish')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(
    /^assets\/plan\.png\n {2}1:1 {2}attention {2}Cette image est abîmée ou incomplète[\s\S]*\nÉdition /,
  )
})
