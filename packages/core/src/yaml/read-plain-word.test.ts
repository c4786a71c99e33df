import { expect, it } from 'vitest'
import { readPlainWord } from './read-plain-word.ts'

it.each([
  ['3 rue des Lilas', '3 rue des Lilas'],
  ['24/7 et 365/an', '24/7 et 365/an'],
  ['12/a#b', '12/a#b'],
  ['12 [a]', undefined],
  ['12 ', undefined],
  [`0${'/A'.repeat(400_000)}`, `0${'/A'.repeat(400_000)}`],
  [`0${'/A'.repeat(400_000)}[`, undefined],
])('words that begin with a number are looked at once: %.20s', (written, value) => {
  expect(readPlainWord(written) === value).toBe(true)
})
