import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptAll,
  diffAsCriticMarkup,
  readCriticMarkup,
  refuseAll,
} from '../criticmarkup/criticmarkup.ts'
import { diffText } from './diff-text.ts'
import { sentenceLines } from './sentence-lines.ts'

const marks = (old: string, young: string) => diffAsCriticMarkup(diffText(old, young))

const LONG = 'un deux trois quatre cinq six sept dix mots et puis encore quelques autres'

describe('hunks that people read', () => {
  it('with a sentence on each line, whatever opens code that nothing closes', {
    tags: ['long'],
  }, () => {
    const open = '~~~\r'.repeat(300_000)
    expect(sentenceLines(`Un. Deux.\n\n${open}`)).toMatch(/^Un\.\nDeux\.\n\n~~~/)
    const long = `${'~'.repeat(100_000)}\n${'a\n'.repeat(50_000)}`
    expect(sentenceLines(`Un. Deux.\n\n${long}`)).toMatch(/^Un\.\nDeux\.\n\n~~~/)
    const nested = '````\n```\nUn. Deux.\n```\nUn. Deux.\n````\n'
    expect(sentenceLines(nested)).toBe(nested)
  })

  it('with the lines of a merge conflict each on its own, as they were', () => {
    const torn =
      'Un. Deux.\n<<<<<<< HEAD\nTrois\nmots. Fin.\n||||||| base\nDeux mots.\n=======\nQuatre mots.\n>>>>>>> autre\nSuite.\n'
    expect(sentenceLines(torn)).toBe(
      torn.replace('Un. Deux.', 'Un.\nDeux.').replace('Trois\nmots. Fin.', 'Trois mots.\nFin.'),
    )
    expect(sentenceLines('Un titre\n=======\n\nUn. Deux.\n')).toBe(
      sentenceLines('Un titre\n=======\n\nUn.\nDeux.\n'),
    )
  })

  it.each([
    ['blanks', '\t'.repeat(200_000)],
    ['quotes that close', ' »'.repeat(60_000)],
    ['calls of notes', '[^a]'.repeat(60_000)],
  ])('beside %s without end', { tags: ['long'], timeout: 30_000 }, (_, endless) => {
    const said = marks(`Un mot.\n${endless}.`, `Deux mots.\n${endless}.`)
    expect(said.slice(0, 40)).toBe(`{~~Un mot.~>Deux mots.~~}\n${endless}`.slice(0, 40))
  })

  it.each([
    [
      'a word with what is elided',
      'Il parle de l’école.',
      'Il parle de l’hôpital.',
      'Il parle de {~~l’école~>l’hôpital~~}.',
    ],
    [
      'a number with its unit',
      'Il coûte 3 000 € par an.',
      'Il coûte 4 000 € par an.',
      'Il coûte {~~3 000 €~>4 000 €~~} par an.',
    ],
    [
      'a word added',
      'Trente jours au plus.',
      'Trente jours ouvrés au plus.',
      'Trente jours{++ ouvrés++} au plus.',
    ],
    [
      'emphasis as a whole',
      'C’est **très important** ici.',
      'C’est très important ici.',
      'C’est {~~**très important**~>très important~~} ici.',
    ],
    [
      'emphasis, one of whose words changes',
      'Un *mot fort* ici.',
      'Un *mot faible* ici.',
      'Un {~~*mot fort*~>*mot faible*~~} ici.',
    ],
    [
      'a link as a whole, address included',
      'Voir le [Défenseur des droits](https://a.fr) ici.',
      'Voir le [Défenseur des droits](https://b.fr) ici.',
      'Voir le {~~[Défenseur des droits](https://a.fr)~>[Défenseur des droits](https://b.fr)~~} ici.',
    ],
    [
      'a link taken off',
      'Voir [le site](https://a.fr).',
      'Voir le site.',
      'Voir {~~[le site](https://a.fr)~>le site~~}.',
    ],
    [
      'code as a whole',
      'Tapez `cahier new` ici.',
      'Tapez `cahier lint` ici.',
      'Tapez {~~`cahier new`~>`cahier lint`~~} ici.',
    ],
    [
      'the call of a note',
      'Un fait.[^1] Un autre.',
      'Un fait.[^insee] Un autre.',
      'Un fait.{~~[^1]~>[^insee]~~} Un autre.',
    ],
    [
      'a citation',
      'Un fait [@ddd-2022, p. 12] établi.',
      'Un fait [@ddd-2022, p. 14] établi.',
      'Un fait {~~[@ddd-2022, p. 12]~>[@ddd-2022, p. 14]~~} établi.',
    ],
    [
      'an article of a code',
      'Selon l’article L. 112-8.',
      'Selon l’article L. 112-9.',
      'Selon {~~l’article L. 112-8~>l’article L. 112-9~~}.',
    ],
    [
      'a word inside long emphasis',
      `**${LONG}**`,
      `**${LONG.replace('sept', 'huit')}**`,
      `**${LONG.replace('sept', '{~~sept~>huit~~}')}**`,
    ],
    [
      'the end of a sentence changed, and one more after it',
      'Par commune. Fin.',
      'Par quartier. Il ouvre. Fin.',
      'Par {~~commune~>quartier~~}.{++ Il ouvre.++} Fin.',
    ],
    [
      'signs of marks that are words',
      'Le code {++ a ++} vaut un.',
      'Le code {++ a ++} vaut {-- deux.',
      'Le code \\{++ a ++} vaut {~~un~>\\{-- deux~~}.',
    ],
    [
      'a sentence added',
      'Un. Deux mots.',
      'Un. Trois mots. Deux mots.',
      'Un.{++ Trois mots.++} Deux mots.',
    ],
    [
      'a cell written anew, without the bars beside it',
      '| Lieu | Horaire |\n|---|---|\n| bureau | 30 heures |\n',
      '| Lieu | Horaire |\n|---|---|\n| guichet | neuf demi-journées |\n',
      '| Lieu | Horaire |\n|---|---|\n| {~~bureau~>guichet~~} | {~~30 heures~>neuf demi-journées~~} |\n',
    ],
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
    '*',
    '[^1]',
    '[@a, p. 2]',
  )
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  it('whatever the two texts', { tags: ['long'] }, () => {
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
