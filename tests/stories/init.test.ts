import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

it('makes a programme that passes check, in French', () => {
  const here = emptyDesk()
  const { code, out } = here.cahier('init', 'mon-programme')
  expect(code).toBe(0)
  expect(plain(out)).toContain('écrit : mon-programme/programme.yaml\n')
  expect(plain(out)).toMatch(/Pour commencer : cd mon-programme, puis cahier status\.\n$/)
  const checked = here.cahier('check', '--programme', 'mon-programme')
  expect(plain(checked.out)).toBe('6 fichiers lus : rien à signaler.\nRecalculés : 0 texte figé, 0 résultat de tour.\n')
  expect(checked.code).toBe(0)
})

it('makes one in English, that speaks English afterwards', () => {
  const here = emptyDesk().where({ LANG: 'en_GB.UTF-8' })
  expect(here.cahier('init', 'our-programme').out).toContain('written: our-programme/axes/first-axis/first-proposal.md\n')
  const checked = here.where({ LANG: 'C' }).cahier('check', '--programme', 'our-programme')
  expect(checked).toEqual({
    code: 0,
    out: '6 files read: nothing to report.\nRecomputed: 0 frozen texts, 0 round outcomes.\n',
    err: '',
  })
})

it('names the programme after its folder, without capitals or accents', () => {
  const here = emptyDesk()
  const { out } = here.cahier('init', 'Été à Brest')
  expect(plain(out)).toContain('cd "Été à Brest", puis')
  expect(here.read('Été à Brest/programme.yaml')).toContain('identifier: ete-a-brest\n')
})

it('goes nowhere from the folder where it began', () => {
  expect(plain(emptyDesk().cahier('init', '.').out)).toMatch(/\nPour commencer : cahier status\.\n$/)
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
  expect({ code, err: plain(err) }).toEqual({ code: 2, err: 'cahier : cahier init prend un dossier\n' })
})
