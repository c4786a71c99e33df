import { expect, it } from 'vitest'
import { withoutEscapes } from './terminal.ts'

it('splits what a forge would obey, after blanks too, and looks once at each line', () => {
  const shown = (text: string) => withoutEscapes(text, { colours: false })
  expect(shown('mot\n \u2028::error::mot\n\n\t::add-mask::mot\na::b')).toBe('mot\n \u2028: :error::mot\n\n\t: :add-mask::mot\na::b')
  const blank = '\n'.repeat(300_000)
  expect(shown(blank)).toBe(blank)
})
