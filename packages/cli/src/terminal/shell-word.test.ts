import { describe, expect, it } from 'vitest'
import { shellWord } from './shell-word.ts'

describe('a path that is to be copied into a shell', () => {
  it('stands as it is, or in quotes when it has blanks or signs', () => {
    expect(shellWord('../école/notre-programme', false)).toBe('../école/notre-programme')
    expect(shellWord('mon programme/$prix', false)).toBe('"mon programme/\\$prix"')
  })

  it('keeps the backslashes of Windows', () => {
    expect(shellWord('C:\\textes\\programme', true)).toBe('C:\\textes\\programme')
    expect(shellWord('C:\\mes textes', true)).toBe('"C:\\mes textes"')
  })
})
