import { expect, it } from 'vitest'
import { valueMeant } from './value-meant.ts'

it.each([
  ['broch', 'brochure'],
  ['Brochures', 'brochure'],
  ['données', 'data'],
  ['d', ''],
  ['constructor', ''],
])('%s may stand for “%s”', (written, meant) => {
  expect(
    valueMeant(written, ['programme', 'dossier', 'brochure', 'data'], { donnees: 'data' }),
  ).toBe(meant)
})
