import { expect, it } from 'vitest'
import { countOf, wording } from './wording.ts'

it.each([
  ['0 membre', '0 members'],
  ['1 membre', '1 member'],
  ['2 membres', '2 members'],
])('a count agrees with its noun as its language does: %s, %s', (french, english) => {
  const [number] = french.split(' ')
  expect(countOf('fr', number, 'membre', 'membres')).toBe(french)
  expect(countOf('en', Number(number), 'member', 'members')).toBe(english)
})

it('fills in a sentence in both languages', () => {
  const { fr, en } = wording(
    'tour du {opened|day} : {days|jour|jours} pour « {id} »{near|meant}',
    'round of {opened|day}: {days|day|days} for “{id}”{near|meant}',
  )
  const values = { opened: '2025-03-01', days: '0', id: 'a', near: 'b' }
  expect(fr(values)).toBe('tour du 1er mars 2025 : 0 jour pour « a » : vouliez-vous écrire « b » ?')
  expect(en({ ...values, near: '' })).toBe('round of 1 March 2025: 0 days for “a”')
  const other = wording(
    'pas de « {id} »{near|meant| : créez {id}}',
    'no “{id}”{near|meant|: add {id}}',
  )
  expect(other.fr(values)).toBe('pas de « a » : vouliez-vous écrire « b » ?')
  expect(other.fr({ id: 'a' })).toBe('pas de « a » : créez a')
})
