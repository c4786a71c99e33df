import { describe, expect, it } from 'vitest'
import { asWord } from './shell-word.ts'

describe('a path that is to be copied into a shell', () => {
  it('stands as it is, or in quotes when it has blanks or signs', () => {
    expect(asWord('../école/notre-programme', false)).toBe('../école/notre-programme')
    expect(asWord('mon programme/$prix', false)).toBe('"mon programme/\\$prix"')
  })

  it('keeps the backslashes of Windows', () => {
    expect(asWord('C:\\textes\\programme', true)).toBe('C:\\textes\\programme')
    expect(asWord('C:\\mes textes', true)).toBe('"C:\\mes textes"')
  })
})
