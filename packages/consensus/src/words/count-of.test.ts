import { expect, it } from 'vitest'
import { countOf } from './count-of.ts'

it.each([
  ['0 membre', '0 members'],
  ['1 membre', '1 member'],
  ['2 membres', '2 members'],
])('a count agrees with its noun as its language does: %s, %s', (french, english) => {
  const [number] = french.split(' ')
  expect(countOf('fr', number, 'membre', 'membres')).toBe(french)
  expect(countOf('en', Number(number), 'member', 'members')).toBe(english)
})
