import { expect, it } from 'vitest'
import { wordsOf } from './words-of.ts'

const cut = (text: string) =>
  wordsOf(text)
    .map(({ text: word }) => word)
    .slice(0, -1)

it('a date, a reference to an article, a number with its unit are one word each, and so is the target of a link', () => {
  expect(cut('Le 3 mars 2025, l’article 12 et article L. 4.')).toEqual([
    'Le',
    '3 mars 2025',
    ',',
    'l’article 12',
    'et',
    'article L. 4',
    '.',
  ])
  expect(cut('March 3, 2025. art. 5 mai')).toEqual(['March 3, 2025', '.', 'art. 5', 'mai'])
  expect(cut('[un mot](a.md).. voir https://exemple.fr/a, bien')).toEqual([
    '[',
    'un',
    'mot',
    '](',
    'a.md',
    ')',
    '..',
    'voir',
    'https://exemple.fr/a,',
    'bien',
  ])
})

it('a word goes on over what is elided before it, a hyphen and an accent written apart', () => {
  expect(cut('l’eau, c’est-à-dire e\u0301te\u0301 !')).toEqual(['l’eau', ',', 'c’est-à-dire', 'e\u0301te\u0301', '!'])
})
