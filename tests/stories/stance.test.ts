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
  expect(
    here.cahier('stance', 'exemple-a', 'guichet', spoken, '--argument', 'Parce que.').code,
  ).toBe(0)
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
  expect(plain(here.cahier('status', 'guichet').out)).toContain(
    '✗ exemple-a — objection — « Trop court : « deux jours » # non »',
  )
})

it('an objection or a reservation without an argument is asked for one', () => {
  const here = desk()
  for (const stance of ['objection', 'réserve']) {
    const { code, err } = here.cahier('stance', 'exemple-a', 'guichet', stance)
    expect({ code, err: plain(err) }).toEqual({
      code: 1,
      err: 'Une réserve ou une objection se donne avec un argument : ajoutez --argument "…" (dans un fichier, « argument: »).\n',
    })
  }
  expect(here.has(FILE)).toBe(false)
})

it('said twice in one day, in the same words, it is written once, and that is told; on another day it is said anew', () => {
  const here = desk()
  const words = [
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Trop court.',
  ] as const
  expect(here.cahier(...words).code).toBe(0)
  const before = here.read(FILE)
  const { code, out, err } = here.cahier(...words)
  expect({ code, out, err: plain(err) }).toEqual({
    code: 0,
    out: '',
    err: `Rien de nouveau : « ${FILE} » le dit déjà, à la même date et avec les mêmes mots.\n`,
  })
  expect(here.read(FILE)).toBe(before)
  expect(here.cahier(...words, '--lifts-if', 'Un an.').code).toBe(0)
  expect(here.cahier(...words, '--date', '2025-03-02').code).toBe(0)
  expect(here.read(FILE)).toContain('serial: 3\n')
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
  expect(here.read(FILE)).toMatch(/^serial: 2\npositions: \{\}\n$/m)
  expect(here.cahier('format', '--check').code).toBe(0)
  const again = here.cahier('stance', 'exemple-a', 'guichet', '--withdraw')
  expect({ code: again.code, err: plain(again.err) }).toEqual({
    code: 1,
    err: 'Aucune position sur « guichet » à retirer.\n',
  })
})

it('says which collective, proposal, delegate or stance was meant', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('stance', ...words).err)
  expect(said('exemple-aa', 'sobriete', 'consent')).toMatch(
    /^cahier : aucun collectif « exemple-aa »/,
  )
  expect(said('exemple-a', 'guiche', 'consent')).toBe(
    'cahier : aucune proposition « guiche » : vouliez-vous écrire « guichet » ?\n',
  )
  expect(said('exemple-a', 'guichet', 'oui')).toBe(
    'cahier : « oui » n’est pas une position : consentement, réserve, objection ou abstention ; vouliez-vous « consentement » ?\n',
  )
  expect(said('exemple-a', 'guichet', 'consent', '--by', 'd2')).toBe(
    '« d2 » ne parle pas pour « exemple-a » ; possibles : d1.\n',
  )
  expect(said('exemple-b', 'guichet', 'consent', '--by', 'd1')).toBe(
    '« d1 » ne parle pas pour « exemple-b », qui n’a pas de délégué.\n',
  )
  expect(said('exemple-a', 'guichet')).toContain(
    'cahier stance prend COLLECTIF PROPOSITION consentement|réserve|objection|abstention ;',
  )
})

const EVENING = `collective: exemple-a
date: 2025-02-28
by: d1
positions:
  guichet: {stance: consentement}
  sobriete:
    stance: réserve
    argument: Le plafond devrait suivre les saisons.
    lifts-if: Un plafond par saison.
  courrier:
    stance:
`

it('takes a whole evening from one file, all of it in one rise of the serial', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'courrier', 'abstention')
  here.write('soir.yaml', EVENING)
  const dry = here.cahier('stance', '--file', 'soir.yaml', '--dry-run')
  expect(dry.code).toBe(0)
  expect(plain(dry.out)).toContain(`serait écrit : ${FILE}\n`)
  expect(here.read(FILE)).toContain('serial: 1\n')
  const { code, out } = here.cahier('stance', '--file', 'soir.yaml')
  expect({ code, out: plain(out) }).toEqual({ code: 0, out: `écrit : ${FILE}\n` })
  const [guichet, sobriete] = ['services/guichet', 'reseaux/sobriete'].map((id) =>
    here.cahier('digest', `axes/${id}.md`).out.trim(),
  )
  expect(here.read(FILE)).toContain('serial: 2\n')
  expect(here.read(FILE)).toContain(
    `  guichet:\n    stance: consent\n    date: 2025-02-28\n    text: ${guichet}\n    by: d1\n`,
  )
  expect(here.read(FILE)).toContain(
    `  sobriete:\n    stance: reservation\n    date: 2025-02-28\n    text: ${sobriete}\n    by: d1\n    argument: >-\n      Le plafond devrait suivre les saisons.\n    lifts-if: >-\n      Un plafond par saison.\n`,
  )
  expect(here.read(FILE)).toContain('  courrier:\n    stance: abstention\n')
  expect(here.cahier('check').code).toBe(0)
  const again = here.cahier('stance', '--file', 'soir.yaml')
  expect({ code: again.code, err: plain(again.err) }).toEqual({
    code: 0,
    err: `Rien de nouveau : tout ce que dit cette liste est déjà dans « ${FILE} », ou y est resté vide.\n`,
  })
  expect(here.read(FILE)).toContain('serial: 2\n')
})

it('one fault in the file, and nothing of it is written; each fault is told in its place', () => {
  const here = desk()
  here.write(
    'soir.yaml',
    'collective: exemple-a\ndate: 2025-02-28\npositions:\n  guichet: {stance: consent}\n  sobrieté-: {stance: oui}\n  courrier: {stance: objection}\n',
  )
  const first = here.cahier('stance', '--file', 'soir.yaml')
  expect(first.code).toBe(1)
  expect(plain(first.out)).toMatch(
    / {2}5:23 {2}erreur {2}« oui » n’est pas une valeur de « stance » : vouliez-vous écrire « consent » \?/,
  )
  expect(plain(first.out)).toMatch(/ {2}6:3 {2}erreur {2}Il manque « argument »/)
  here.write(
    'soir.yaml',
    'collective: exemple-a\ndate: 2025-12-28\npositions:\n  guichets: {stance: consent}\n  courrier: {stance: consent, by: d9}\n  sobriete: {stance: consent, text: v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}\n',
  )
  const { code, out } = here.cahier('stance', '--file', 'soir.yaml')
  expect(code).toBe(1)
  expect(plain(out).match(/\d+:\d+ {2}erreur {2}[^:;]*/g)).toEqual([
    '2:7  erreur  Le 28 décembre 2025 est à venir ',
    '4:3  erreur  Aucune proposition « guichets » ',
    '5:35  erreur  « d9 » ne parle pas pour « exemple-a » ',
    '6:37  erreur  Le texte de « sobriete » a changé depuis que cette liste a été préparée ',
  ])
  expect(here.has(FILE)).toBe(false)
})

it('takes a ballot that was filled in, elsewhere or in its place', () => {
  const here = desk()
  here.cahier('open', 'guichet', 'sobriete', '--closes', '2025-03-20')
  here.cahier('new', 'ballot', 'exemple-a')
  here.edit(FILE, '  guichet:\n    stance:\n', '  guichet:\n    stance: consentement\n')
  here.write('soir.yaml', here.read(FILE))
  here.remove(FILE)
  expect(here.cahier('stance', '--file', 'soir.yaml').code).toBe(0)
  expect(here.read(FILE)).toContain('  guichet:\n    stance: consent\n')
  expect(here.read(FILE)).not.toContain('sobriete')
  expect(here.cahier('stance', '--file', FILE).code).toBe(0)
  here.edit('axes/reseaux/sobriete.md', 'Un plafond', 'Un plafond bas')
  here.write(
    'soir.yaml',
    here
      .read('soir.yaml')
      .replace('  sobriete:\n    stance:\n', '  sobriete:\n    stance: abstention\n'),
  )
  expect(plain(here.cahier('stance', '--file', 'soir.yaml').out)).toContain(
    'Le texte de « sobriete » a changé depuis',
  )
})

it('says what goes with --file, and what cannot be read', () => {
  const here = desk()
  for (const words of [
    ['exemple-a'],
    ['--withdraw'],
    ['--argument', 'Non.'],
    ['--lifts-if', 'Un an.'],
  ])
    expect(plain(here.cahier('stance', ...words, '--file', 'soir.yaml').err)).toMatch(
      /^cahier : avec --file, le collectif/,
    )
  expect(plain(here.cahier('stance', '--file', 'soir.yaml').err)).toBe(
    'cahier : « soir.yaml » n’existe pas\n',
  )
  here.write('soir.yaml', new Uint8Array([0xff, 0xfe, 0x00]))
  expect(plain(here.cahier('stance', '--file', 'soir.yaml').err)).toBe(
    'cahier : « soir.yaml » ne peut pas être lu comme du texte en UTF-8\n',
  )
})

it('does not write into a file that it cannot read', () => {
  const here = desk()
  const broken =
    'programme: petit-programme\ncollective: exemple-a\nserial: 3\npositions:\n  guichet: {stance: consent\n'
  here.write(FILE, broken)
  const { code, err } = here.cahier('stance', 'exemple-a', 'sobriete', 'consent')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: `« ${FILE} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n`,
  })
  expect(here.read(FILE)).toBe(broken)
  here.write(FILE, Buffer.from('collective: exemple-a # rédigé hier\n', 'latin1'))
  expect(plain(here.cahier('stance', 'exemple-a', 'sobriete', 'consent').err)).toContain(
    `« ${FILE} » contient des erreurs`,
  )
})

it('a stance is withdrawn without a word: one that was given is not lost in silence', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  const before = here.bytes('positions/exemple-a.yaml')
  for (const option of ['--argument', '--lifts-if']) {
    const { code, err } = here.cahier(
      'stance',
      'exemple-a',
      'guichet',
      '--withdraw',
      option,
      'Nous voulons en reparler.',
    )
    expect({ code, names: err.includes(option) }).toEqual({ code: 2, names: true })
  }
  expect(here.bytes('positions/exemple-a.yaml')).toEqual(before)
})

it('of a stance that was not written, it is not said that it is kept', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-10')
  const late = () =>
    here.cahier('stance', 'exemple-a', 'guichet', 'abstention', '--date', '2025-03-12')
  here.write('.cahier-lock', '')
  const { code, err } = late()
  expect({ code, kept: err.includes('gardée') }).toEqual({ code: 2, kept: false })
  here.remove('.cahier-lock')
  expect(plain(late().err)).toContain('Cette position est gardée')
})
