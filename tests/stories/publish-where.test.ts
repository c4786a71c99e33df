import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decidedDesk } from './decided-desk.ts'
import { desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

it('an edition is not written among the texts of the programme, nor nowhere', () => {
  const here = decidedDesk()
  const before = here.files()
  for (const out of ['', '.', 'axes', 'decisions/guichet', `${here.folder}/positions`]) {
    const { code, err } = here.cahier('publish', '--format', 'txt', '--out', out)
    expect(code).toBe(2)
    expect(plain(err)).toContain(
      '--out prend un dossier hors des textes du programme, par exemple edition',
    )
  }
  expect(here.files()).toEqual(before)
  expect(here.inside('axes').cahier('publish', '--format', 'txt', '--out', '../edition').code).toBe(
    0,
  )
})

it('a link in the place of dist/, or of the edition in it, may have come with the folder: it is followed when it is named', () => {
  for (const link of ['dist', 'dist/1']) {
    const here = desk()
    const outside = emptyDesk()
    if (link !== 'dist') mkdirSync(join(here.folder, 'dist'))
    symlinkSync(outside.folder, join(here.folder, link))
    const { code, err } = here.cahier('publish', '--format', 'txt')
    expect([code, plain(err)]).toEqual([
      2,
      `cahier : « ${join(here.folder, link)} » est un lien vers un autre dossier, et rien n’y est écrit sans qu’on le demande : nommez ce dossier avec --out\n`,
    ])
    expect(outside.files()).toEqual([])
    expect(here.cahier('publish', '--format', 'txt', '--out', link).code).toBe(0)
    expect(outside.has('petit-programme-1.txt')).toBe(true)
  }
})
