import { expect, it } from 'vitest'
import { tomlHead } from './toml-head.ts'

it('reads the head that a text begins with, and looks for no other', () => {
  expect(tomlHead('\uFEFF+++\ntitle = "Un titre"\n+++\nUn mot.')?.fields).toEqual({
    title: 'Un titre',
  })
  expect(tomlHead(`+++\n${'\uFEFF\r\uFEFF+++\rz'.repeat(200_000)}`)).toBeNull()
})

it('reads a value that nothing closes once: tried again from each of its quotes, it would outlast the test', () => {
  expect(tomlHead(`+++\ntitle = "${'\\"'.repeat(300_000)}\nlang = "fr"\n+++\n`)?.fields).toEqual({
    lang: 'fr',
  })
})
