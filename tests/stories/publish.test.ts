import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

function adopted(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b']) here.cahier('stance', member, 'guichet', 'consent')
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  return here
}

it('writes the site, the books and their sums, and says where', () => {
  const here = adopted()
  const { code, out } = here.cahier('publish')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(/^Édition 1, 1 proposition\n {2}dist\/1\/site\/index\.html {2}\d+ pages, \d+ ko\n/)
  expect(here.read('dist/1/site/index.html')).toContain('Garantir un guichet')
  expect(here.read('dist/1/site/index.html')).not.toContain('forfaits illimités')
  for (const path of ['petit-programme-1.epub', 'petit-programme-1.odt', 'manifest.json', 'record/axes/services/guichet.md'])
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
  const { code, out } = here.cahier('publish', '--format', 'epub', '--status', 'all', '--out', 'livres', '--lang', 'en')
  expect(code).toBe(0)
  expect(out).toMatch(/^Edition 1, 4 proposals \(working draft\)\n/)
  expect(here.files().filter((path) => path.startsWith('livres/') && !path.startsWith('livres/record/'))).toEqual([
    'livres/SHA256SUMS',
    'livres/manifest.json',
    'livres/petit-programme-1.epub',
  ])
})

it('a second edition in the same folder leaves nothing of the first, and nobody else’s file is touched', () => {
  const here = adopted()
  here.cahier('publish', '--out', 'livres')
  here.write('livres/a-moi.txt', 'gardé')
  here.cahier('publish', '--format', 'odt', '--out', 'livres')
  expect(here.has('livres/site/index.html')).toBe(false)
  expect(here.read('livres/a-moi.txt')).toBe('gardé')
})

it('twice the same, byte for byte', () => {
  const here = adopted()
  here.cahier('publish', '--out', 'a')
  here.where({ CAHIER_DATE: '2026-01-01', TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8' }).cahier('publish', '--out', 'b')
  expect(here.read('b/SHA256SUMS')).toBe(here.read('a/SHA256SUMS'))
})

it('shows what it would write, and writes nothing', () => {
  const here = adopted()
  const before = here.files()
  expect(plain(here.cahier('publish', '--dry-run').out)).toMatch(/^Rien n’est écrit ; serait écrit :\nÉdition 1, /)
  expect(here.files()).toEqual(before)
})

it('refuses what it does not know, and a programme without a name', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('publish', ...words).err)
  expect(said('--format', 'pdf')).toBe('cahier : --format prend html, epub, odt, pas « pdf »\n')
  expect(said('guichet')).toBe('cahier : cahier publish ne prend pas « guichet » (cahier publish --help)\n')
  here.edit('programme.yaml', 'identifier: petit-programme, ', '')
  expect(said()).toBe('cahier : « programme.yaml » ne peut pas être lu, ou n’a pas de publication.identifier : lancez « cahier lint »\n')
})
