import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('says what can be set up, and what was likely meant', () => {
  const here = desk()
  for (const args of [['setup'], ['setup', 'owners', 'encore']]) {
    const { code, err } = here.cahier(...args)
    expect(code).toBe(2)
    expect(plain(err)).toMatch(/^cahier : cahier setup prend une chose à préparer : .*owners/)
  }
  const { code, err } = here.cahier('setup', 'owner')
  expect(code).toBe(2)
  expect(plain(err)).toContain('vouliez-vous « owners » ?')
})
