import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('says what can be set up, and what was likely meant', () => {
  const here = desk()
  for (const args of [['setup'], ['setup', 'owners', 'encore']]) {
    const { code, err } = here.cahier(...args)
    expect(code).toBe(2)
    expect(plain(err)).toMatch(/^cahier : cahier setup prend git ; owners .*github/)
  }
  const { code, err } = here.cahier('setup', 'owner')
  expect(code).toBe(2)
  expect(plain(err)).toContain('vouliez-vous « owners » ?')
})

it('does not take accounts where they would change nothing', () => {
  const here = desk()
  for (const what of ['git', 'vscode']) {
    const { code, out, err } = here.cahier('setup', what, '--owner', 'exemple-a=@exemple-a')
    expect([code, out, plain(err)]).toEqual([
      2,
      '',
      `cahier : --owner ne va pas avec « cahier setup ${what} » (cahier setup --help)\n`,
    ])
  }
  expect(here.cahier('setup', 'owners', '--owner', 'exemple-a=@exemple-a').code).toBe(0)
})
