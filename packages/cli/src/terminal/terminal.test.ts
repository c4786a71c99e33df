import { expect, it } from 'vitest'
import { paint, terminalOf, withoutEscapes } from './terminal.ts'

it('splits what a forge would obey, after blanks too, and looks once at each line', () => {
  const shown = (text: string) => withoutEscapes(text, { colours: false })
  expect(shown('mot\n \u2028::error::mot\n\n\t::add-mask::mot\na::b')).toBe(
    'mot\n ‹U+2028›::error::mot\n\n\t: :add-mask::mot\na::b',
  )
  const blank = '\n'.repeat(300_000)
  expect(shown(blank)).toBe(blank)
})

it('separators of lines of any number are read once: looked at again from each of them, they would outlast the test', () => {
  const lines = '\u2028'.repeat(300_000)
  expect(withoutEscapes(`${lines}a\n\u2028::warning::`, { colours: false })).toBe(
    `${'‹U+2028›'.repeat(300_000)}a\n‹U+2028›::warning::`,
  )
})

it('a text on a colour terminal has the colours that the program gives it, and none of its own', () => {
  const text = '\x1B[31mUn texte\x1B[0m\x1B[1;8m'
  expect(withoutEscapes(paint(text, 'red', { colours: true }), { colours: true })).toBe(
    '\x1B[31m␛[31mUn texte␛[0m␛[1;8m\x1B[39m',
  )
})

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { TERM: 'dumb' }, false],
  [true, { NO_COLOR: '1' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: 'false' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('on a terminal (%s), with %j, colours: %s', (isTTY, environment, colours) => {
  const stream = { isTTY } as NodeJS.WriteStream
  expect(terminalOf(stream, stream, environment).colours).toBe(colours)
})
