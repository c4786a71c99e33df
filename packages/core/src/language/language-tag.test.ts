import { describe, expect, it } from 'vitest'
import { frenchLocale } from './language-tag.ts'

describe('the country whose French is written', () => {
  it.each([
    ['fr', 'fr-FR'],
    ['fr-FR', 'fr-FR'],
    ['fr-CH', 'fr-CH'],
    ['fr-Latn-ca', 'fr-CA'],
    ['FR-be', 'fr-BE'],
    ['fr-LU', 'fr-FR'],
    ['de-CH', 'fr-FR'],
    ['', 'fr-FR'],
  ])('%s: %s', (language, locale) => expect(frenchLocale(language)).toBe(locale))
})
