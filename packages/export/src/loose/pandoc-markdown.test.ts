import { expect, it } from 'vitest'
import { chapter, composed, shown } from './sample-book.ts'

const printed = (text: string) =>
  shown(chapter(composed({ 'a.md': `# A\n\n${text}` })).introduction)

it('what pandoc has under a table is a paragraph, without its signs', () => {
  const table = '| a |\n|---|\n| b |\n'
  expect(
    printed(`${table}\n: Une *légende* {#tbl:a}\n\n${table}\nTable: Deux\n\nTable: Trois`),
  ).toEqual(['a || b', 'Une _légende_', 'a || b', 'Deux', 'Table : Trois'])
})

it('the title, the authors and the day that pandoc reads at the head of a text are those of the book', () => {
  const { edition } = composed({
    'README.md':
      '% Un livre\n  de deux lignes\n% Ana Roy; Bo Lin\n% 2024-03-12\n\n# Un\n\nMot.\n\n# Deux {-}\n\nMot.\n',
  })
  expect([edition.title, edition.publisher, edition.date]).toEqual([
    'Un livre de deux lignes',
    'Ana Roy, Bo Lin',
    '2024-03-12',
  ])
  expect(shown(edition.chapters[0]?.introduction ?? [])).toEqual(['Un', 'Mot.', 'Deux', 'Mot.'])
  expect(chapter(composed({ 'a.md': '% Un titre\n\nMot.' })).title).toBe('Un titre')
  expect(printed('% rien\n\nMot.')).toEqual(['% rien', 'Mot.'])
})

it('the ends of ordinals and titles that pandoc raises are words', () => {
  expect(printed('Le XX^e^ siècle, 1^er^ mai, M^me^ Roy, n^o^ 3, x^e^y, 2^n^.')).toEqual([
    'Le XXe siècle, 1er mai, Mme Roy, no 3, x^e^y, 2^n^.',
  ])
})

it.each([
  [
    'an address',
    '| 3, rue des *Lilas*\n|   Le Pré\n| 75011 Paris',
    ['3, rue des _Lilas_/Le Pré/75011 Paris'],
  ],
  [
    'stanzas, and a line that goes on',
    '| Un\n  et un\n|\n| 1. deux\n| - trois',
    ['Un et un', '1. deux/- trois'],
  ],
  ['an address in an item', '- un\n\n  | rue\n  | ville\n\n- deux', ['- un rue/ville - deux']],
  ['a table', '| a | b |\n|---|---|\n| c | d |\n\n| a\n|---\n| b', ['a | b || c | d', 'a || b']],
  [
    'a line alone, bars in words, code',
    '| un\n\n| un | deux\n| trois\n\nOu\n| un\n| deux\n\n    | un\n    | deux',
    ['| un', '| un | deux | trois', 'Ou | un | deux', '| un\n| deux'],
  ],
])('lines that have a bar before them break where they did: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)
