import { expect, it } from 'vitest'
import { nearValue } from './did-you-mean.ts'

it.each([
  ['broch', 'brochure'],
  ['Brochures', 'brochure'],
  ['données', 'data'],
  ['d', ''],
  ['constructor', ''],
])('%s may stand for “%s”', (written, meant) => {
  expect(
    nearValue(written, ['programme', 'dossier', 'brochure', 'data'], { donnees: 'data' }),
  ).toBe(meant)
})
