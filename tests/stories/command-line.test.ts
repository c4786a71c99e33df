import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('what every verb understands may stand before the verb, as with git', () => {
  const here = desk()
  const after = here.cahier('status', '--lang', 'en')
  expect(after.out).toContain('1 March 2025')
  expect(here.cahier('--lang', 'en', 'status')).toEqual(after)
  expect(here.inside('..').cahier(`--programme=${here.folder}`, '--lang=en', 'status')).toEqual(after)
  expect(here.cahier('--lang', 'en', '--help').out).toBe(here.cahier('--help', '--lang', 'en').out)
})

it('“help” and a verb give the help of the verb', () => {
  const here = desk()
  expect(here.cahier('help', 'lint')).toEqual(here.cahier('lint', '--help'))
  expect(here.cahier('help').out).toBe(here.cahier('--help').out)
  expect(plain(here.cahier('help', 'lnt').err)).toContain('vouliez-vous « cahier lint » ?')
})

it.each([
  ['stance', 'exemple-a', 'guichet', 'consent'],
  ['open', 'guichet', '--closes', '2025-03-22'],
  ['new', 'proposal', 'services', 'Garantir le retour'],
  ['publish', '--format', 'txt'],
  ['serve'],
  ['status'],
])('a day that does not exist is refused before anything is written: %s', (...words) => {
  const here = desk()
  const before = here.files()
  const { code, err } = here.cahier(...words, '--date', '2025-02-30')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : « 2025-02-30 » n’est pas un jour : écrivez année-mois-jour, par exemple --date 2025-03-12\n',
  })
  expect(here.files()).toEqual(before)
})

it('a day written another way is given back as it is to be written, in the environment too', () => {
  const here = desk()
  expect(plain(here.cahier('status', '--date', '29/02/2028').err)).toContain('écrivez année-mois-jour, --date 2028-02-29')
  expect(plain(here.where({ CAHIER_DATE: '1er mars 2025' }).cahier('status').err)).toContain('année-mois-jour, CAHIER_DATE=2025-03-01')
  expect(plain(here.where({ CAHIER_DATE: '2025-02-29' }).cahier('status').err)).toContain('par exemple CAHIER_DATE=2025-03-12')
  expect(here.cahier('status', '--date', '').code).toBe(2)
  expect(here.cahier('status', '--date', '2028-02-29').code).toBe(0)
})

it('check says that it takes no path, rather than checking something else than what was asked', () => {
  const { code, out, err } = desk().cahier('check', 'axes/services/guichet.md')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(plain(err)).toContain('cahier check ne prend pas « axes/services/guichet.md » : tout le programme est vérifié')
})
