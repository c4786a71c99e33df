import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const PROPOSAL = 'axes/services/guichet.md'

it('gives the digest of what people consent to, or of the whole text', () => {
  const here = desk()
  const normative = here.cahier('digest', PROPOSAL)
  expect(normative.out).toMatch(/^v1-[0-9a-f]{64}\n$/)
  expect(here.cahier('digest', '--normative', PROPOSAL).out).toBe(normative.out)
  expect(here.cahier('digest', '--whole', PROPOSAL).out).not.toBe(normative.out)
  expect(here.cahier('digest', 'axes/services/axis.md').out).toMatch(/^v1-/)
})

it('fixing the reasons, the spacing or the quotes asks nobody again; a word of the measure does', () => {
  const here = desk()
  const before = here.cahier('digest', PROPOSAL).out
  here.edit(PROPOSAL, 'Un tiers des adultes', 'Un tiers des adultes de France')
  here.edit(PROPOSAL, 'Un guichet par commune, ouvert', 'Un guichet\npar commune,  ouvert')
  expect(here.cahier('digest', PROPOSAL).out).toBe(before)
  here.edit(PROPOSAL, 'deux jours', 'trois jours')
  expect(here.cahier('digest', PROPOSAL).out).not.toBe(before)
})

it('is found from the folder one stands in', () => {
  const here = desk()
  const { out } = here.cahier('digest', PROPOSAL)
  expect(here.inside('axes/services').cahier('digest', 'guichet.md').out).toBe(out)
  const elsewhere = emptyDesk()
  expect(elsewhere.cahier('digest', PROPOSAL, '--programme', here.folder).out).toBe(out)
  symlinkSync(here.folder, join(elsewhere.folder, 'lien'))
  expect(elsewhere.cahier('digest', `lien/${PROPOSAL}`).out).toBe(out)
  expect(elsewhere.cahier('digest', join(here.folder, PROPOSAL), '--programme', 'lien').out).toBe(
    out,
  )
})

it('refuses what has no digest', () => {
  const here = desk()
  const { code, err } = here.cahier('digest', 'sources.yaml')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : « sources.yaml » n’est ni une proposition ni un axe de ce programme\n',
  })
  expect(here.cahier('digest').code).toBe(2)
})
