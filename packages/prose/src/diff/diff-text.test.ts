import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, readCriticMarkup, refuseAll } from '../criticmarkup.ts'
import { diffAsCriticMarkup } from './diff-as-criticmarkup.ts'
import { diffText } from './diff-text.ts'

const marks = (old: string, young: string) => diffAsCriticMarkup(diffText(old, young))

describe('hunks that people read', () => {
  it.each([
    ['a word with what is elided', 'Il parle de l’école.', 'Il parle de l’hôpital.', 'Il parle de {~~l’école~>l’hôpital~~}.'],
    ['a number with its unit', 'Il coûte 3 000 € par an.', 'Il coûte 4 000 € par an.', 'Il coûte {~~3 000 €~>4 000 €~~} par an.'],
    ['a word added', 'Trente jours au plus.', 'Trente jours ouvrés au plus.', 'Trente jours{++ ouvrés++} au plus.'],
    [
      'emphasis as a whole',
      'C’est **très important** ici.',
      'C’est très important ici.',
      'C’est {~~**très important**~>très important~~} ici.',
    ],
    ['a sentence added', 'Un. Deux mots.', 'Un. Trois mots. Deux mots.', 'Un.{++ Trois mots.++} Deux mots.'],
    ['nothing', 'Rien.\n', 'Rien.\n', 'Rien.\n'],
  ])('%s', (_, old, young, expected) => expect(marks(old, young)).toBe(expected))
})

describe('refused gives the old text, accepted the new one', () => {
  const piece = fc.constantFrom(
    'un',
    ' ',
    'l’eau',
    '\n\n',
    '- ',
    '**',
    '{',
    '++',
    '--}',
    '++}',
    '~>',
    '~~',
    '~~}',
    '\\',
    '`',
    '[a](b)',
    '3 000 €',
    '.',
    'Mot',
    '\u00A0',
    '_',
  )
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  it('whatever the two texts', () => {
    fc.assert(
      fc.property(text, text, (old, young) => {
        const { pieces } = readCriticMarkup(marks(old, young))
        expect([refuseAll(pieces), acceptAll(pieces)]).toEqual([old, young])
        expect(
          diffText(old, young)
            .map((one) => one.old)
            .join(''),
        ).toBe(old)
        expect(
          diffText(old, young)
            .map((one) => one.new)
            .join(''),
        ).toBe(young)
      }),
      { numRuns: 500 },
    )
  })
})
