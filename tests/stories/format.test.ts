import { expect, it } from 'vitest'
import { desk, emptyDesk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

const GUICHET = 'axes/services/guichet.md'

it('writes a programme in one way, changes no digest, and nothing the second time', () => {
  const here = realDesk().where({ CAHIER_DATE: '2026-11-24' })
  expect(here.cahier('format').code).toBe(0)
  expect(here.cahier('check').code).toBe(0)
  expect(plain(here.cahier('format', '--check').out)).toMatch(
    /^\d+ fichiers lus : rien à récrire\.\n$/,
  )
})

it('says what it would write, and writes nothing then', () => {
  const here = desk()
  here.edit(GUICHET, 'title: Garantir un guichet\n', '')
  here.edit(GUICHET, 'horizon: court', '# à revoir\ntitle:   Garantir un guichet\nhorizon: court')
  const before = here.read(GUICHET)
  const checked = here.cahier('format', '--check', GUICHET)
  expect({ code: checked.code, out: plain(checked.out) }).toEqual({
    code: 1,
    out: `serait récrit : ${GUICHET}\n`,
  })
  expect(here.cahier('format', '--dry-run', GUICHET).out).toContain(GUICHET)
  expect(here.read(GUICHET)).toBe(before)
  expect(plain(here.cahier('format', GUICHET).out)).toBe(`récrit : ${GUICHET}\n`)
  expect(here.read(GUICHET)).toMatch(/^---\n# à revoir\ntitle: Garantir un guichet\nsummary: /)
  expect(plain(here.cahier('format', GUICHET).out)).toBe('1 fichier lu : rien à récrire.\n')
})

it('sorts positions, unless they are signed', () => {
  const here = desk()
  const text =
    'programme: petit-programme\ncollective: exemple-a\nserial: 1\npositions:\n  guichet: {stance: }\n  courrier: {stance: }\n'
  const sorted = text.replace(
    '  guichet: {stance: }\n  courrier: {stance: }\n',
    '  courrier: {stance: }\n  guichet: {stance: }\n',
  )
  here.write('positions/exemple-a.yaml', text)
  here.write('positions/exemple-a.yaml.sig', 'rien')
  expect(here.cahier('format', 'positions').code).toBe(0)
  expect(here.read('positions/exemple-a.yaml')).toBe(text)
  here.remove('positions/exemple-a.yaml.sig')
  expect(here.cahier('format', 'positions').code).toBe(0)
  expect(here.read('positions/exemple-a.yaml')).toBe(sorted)
})

it('refuses what is no text of a programme, in one sentence', () => {
  const here = emptyDesk()
  here.write('a.md', '* un\n')
  for (const words of [['format'], ['format', 'a.md'], ['format', '--check', '.']]) {
    const { code, out, err } = here.cahier(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(plain(err)).toBe(
      'cahier : format n’écrit que les textes d’un programme (ailleurs, prettier et remark savent écrire le Markdown d’une seule manière)\n',
    )
  }
  expect(desk().cahier('format', `${here.folder}/a.md`).err).toContain(
    'format n’écrit que les textes d’un programme',
  )
  expect(here.read('a.md')).toBe('* un\n')
})

it('has nothing to say of line ends that git gave, and of those alone', () => {
  const here = desk()
  const windows = (path: string) => here.write(path, here.read(path).replace(/\r?\n/g, '\r\n'))
  here.cahier('format')
  here.git('init', '-q')
  here.commit('Début')
  windows(GUICHET)
  expect(plain(here.cahier('format', '--check').out)).toBe(`serait récrit : ${GUICHET}\n`)
  here.git('config', 'core.autocrlf', 'true')
  for (const mode of [['--check'], ['--dry-run'], []]) {
    const { code, out } = here.cahier('format', ...mode)
    expect({ code, out: plain(out) }).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+ fichiers lus : rien à récrire\.\n$/),
    })
  }
  expect(here.read(GUICHET)).toContain('\r\n')
  here.edit(GUICHET, 'title: ', 'title:    ')
  expect(here.cahier('format', '--check').code).toBe(1)
})
