import { expect, it } from 'vitest'
import { withoutEscapes } from './terminal.ts'

it('splits what a forge would obey, after blanks too, and looks once at each line', () => {
  const shown = (text: string) => withoutEscapes(text, { colours: false })
  expect(shown('mot\n \u2028::error::mot\n\n\t::add-mask::mot\na::b')).toBe('mot\n \u2028: :error::mot\n\n\t: :add-mask::mot\na::b')
  const blank = '\n'.repeat(300_000)
  expect(shown(blank)).toBe(blank)
})

it('separators of lines of any number are read once: looked at again from each of them, they would outlast the test', () => {
  const lines = '\u2028'.repeat(300_000)
  expect(withoutEscapes(`${lines}a\n\u2028::warning::`, { colours: false })).toBe(`${lines}a\n\u2028: :warning::`)
})
