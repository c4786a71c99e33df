import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences-of.ts'

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['Un. Deux ! Trois ? Quatre…', ['Un.', 'Deux !', 'Trois ?', 'Quatre…']],
    [
      'M. Dupont et Mme. Durand, art. 12, p. 3, n. 4, J. R. viendront.',
      ['M. Dupont et Mme. Durand, art. 12, p. 3, n. 4, J. R. viendront.'],
    ],
    [
      'Des mairies, des postes, etc. dans les bourgs… et ailleurs.',
      ['Des mairies, des postes, etc. dans les bourgs… et ailleurs.'],
    ],
    ['Des mairies, etc. Puis des postes.', ['Des mairies, etc.', 'Puis des postes.']],
    ['Il dit : « Non. » Elle part.', ['Il dit : « Non. »', 'Elle part.']],
    ['« Quoi ? » demande-t-elle.', ['« Quoi ? » demande-t-elle.']],
    [
      'Cela coûte 1.5 million, data.gouv.fr le dit.',
      ['Cela coûte 1.5 million, data.gouv.fr le dit.'],
    ],
    [
      'Le salaire des patron·ne·s. Quand vient la nuit.',
      ['Le salaire des patron·ne·s.', 'Quand vient la nuit.'],
    ],
    [
      'Des gens vigilant.e.s. Vas-y. Le reste, i.e. Paris.',
      ['Des gens vigilant.e.s.', 'Vas-y.', 'Le reste, i.e. Paris.'],
    ],
    ['C’est un art. Que dire ?', ['C’est un art.', 'Que dire ?']],
    [
      'Selon l’art. L. 12 du code, art. II, vol. Ier.',
      ['Selon l’art. L. 12 du code, art. II, vol. Ier.'],
    ],
    [
      'Un regard\na.\tun poème intime\n•\temploi de la première personne',
      ['Un regard\n', 'a.\tun poème intime\n', '•\temploi de la première personne'],
    ],
    ['Ceci ; cela.', ['Ceci ;', 'cela.']],
    [
      'Maître Corbeau, sur un arbre perché\nTenait en son bec\nUn fromage',
      ['Maître Corbeau, sur un arbre perché\n', 'Tenait en son bec\n', 'Un fromage'],
    ],
    [
      'Une phrase qui va\nÀ la ligne deux fois,\nsans être un vers.',
      ['Une phrase qui va\nÀ la ligne deux fois,\nsans être un vers.'],
    ],
  ])('%s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })

  it('counts what stands between blanks, numbers and units as one', () => {
    expect(
      sentencesOf('L’eau coûte 1\u202F000\u00A0€ – et plus !').map(({ words }) => words),
    ).toEqual([5])
  })

  it('of a row of points, looks once: from each of them, it would outlast the test', () => {
    expect(cut(`Un${'.'.repeat(300_000)}`)).toHaveLength(1)
  })
})
