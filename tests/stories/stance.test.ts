import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

const FILE = 'positions/exemple-a.yaml'

it('writes a consent on the text as it stands that day', () => {
  const here = desk()
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  const { code, out } = here.cahier('stance', 'exemple-a', 'guichet', 'consentement', '--by', 'd1')
  expect({ code, out: plain(out) }).toEqual({ code: 0, out: `écrit : ${FILE}\n` })
  expect(here.read(FILE)).toBe(
    `programme: petit-programme\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-03-01\n    text: ${digest}\n    by: d1\n`,
  )
  expect(here.cahier('check').code).toBe(0)
})

it.each([
  ['accord', 'consent'],
  ['Consentement', 'consent'],
  ['réserve', 'reservation'],
  ['reservation', 'reservation'],
  ['OBJECTION', 'objection'],
  ['abstention', 'abstention'],
])('understands « %s »', (spoken, written) => {
  const here = desk()
  expect(here.cahier('stance', 'exemple-a', 'guichet', spoken, '--argument', 'Parce que.').code).toBe(0)
  expect(here.read(FILE)).toContain(`stance: ${written}\n`)
})

it('keeps an argument as a sentence of French, colon and all', () => {
  const here = desk()
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Trop court : « deux jours » # non',
    '--lifts-if',
    'Trois jours : oui',
  )
  expect(here.read(FILE)).toContain(
    '    argument: >-\n      Trop court : « deux jours » # non\n    lifts-if: >-\n      Trois jours : oui\n',
  )
  expect(here.cahier('check').code).toBe(0)
  expect(plain(here.cahier('status', 'guichet').out)).toContain('✗ exemple-a — objection — « Trop court : « deux jours » # non »')
})

it('an objection or a reservation without an argument is asked for one', () => {
  const here = desk()
  for (const stance of ['objection', 'réserve']) {
    const { code, err } = here.cahier('stance', 'exemple-a', 'guichet', stance)
    expect({ code, err: plain(err) }).toEqual({
      code: 1,
      err: 'Une réserve ou une objection se donne avec un argument : ajoutez --argument "…".\n',
    })
  }
  expect(here.has(FILE)).toBe(false)
})

it('entries stay sorted, comments stay, and the serial rises', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'sobriete', 'consent')
  here.edit(FILE, 'positions:', '# décidé en assemblée\npositions:')
  here.cahier('stance', 'exemple-a', 'guichet', 'abstention')
  const text = here.read(FILE)
  expect(text).toContain('serial: 2\n# décidé en assemblée\n')
  expect(text.indexOf('  guichet:')).toBeLessThan(text.indexOf('  sobriete:'))
})

it('withdrawing takes the entry away, and says so when there is none', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  expect(here.cahier('stance', 'exemple-a', 'guichet', '--withdraw').code).toBe(0)
  expect(here.read(FILE)).not.toContain('guichet')
  const again = here.cahier('stance', 'exemple-a', 'guichet', '--withdraw')
  expect({ code: again.code, err: plain(again.err) }).toEqual({ code: 1, err: 'Aucune position sur « guichet » à retirer.\n' })
})

it('says which collective, proposal, delegate or stance was meant', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('stance', ...words).err)
  expect(said('exemple-aa', 'sobriete', 'consent')).toMatch(/^Aucun collectif « exemple-aa »/)
  expect(said('exemple-a', 'guiche', 'consent')).toBe('Aucune proposition « guiche » : vouliez-vous écrire « guichet » ?\n')
  expect(said('exemple-a', 'guichet', 'oui')).toBe(
    'cahier : « oui » n’est pas une position : consentement, réserve, objection ou abstention\n',
  )
  expect(said('exemple-a', 'guichet', 'consent', '--by', 'd2')).toBe('« d2 » ne parle pas pour « exemple-a » ; possibles : d1.\n')
  expect(said('exemple-b', 'guichet', 'consent', '--by', 'd1')).toBe('« d1 » ne parle pas pour « exemple-b », qui n’a pas de délégué.\n')
  expect(said('exemple-a', 'guichet')).toContain('cahier stance prend un collectif, une proposition et une position')
})

it('does not write into a file that it cannot read', () => {
  const here = desk()
  const broken = 'programme: petit-programme\ncollective: exemple-a\nserial: 3\npositions:\n  guichet: {stance: consent\n'
  here.write(FILE, broken)
  const { code, err } = here.cahier('stance', 'exemple-a', 'sobriete', 'consent')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: `« ${FILE} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n`,
  })
  expect(here.read(FILE)).toBe(broken)
})
