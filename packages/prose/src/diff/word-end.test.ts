import { expect, it } from 'vitest'
import type { Fineness } from './word-end.ts'
import { wordsOf } from './words-of.ts'

const cut = (text: string, fineness: Fineness = 'words') =>
  wordsOf(text, fineness)
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
    'https://exemple.fr/a',
    ',',
    'bien',
  ])
  expect(cut('[a]: b/c.md', 'parts')).toEqual(['[', 'a', ']', ':', 'b/c.md'])
})

it('a word goes on over what is elided before it, a hyphen and an accent written apart', () => {
  expect(cut('l’eau, c’est-à-dire e\u0301te\u0301 !')).toEqual([
    'l’eau',
    ',',
    'c’est-à-dire',
    'e\u0301te\u0301',
    '!',
  ])
})

it('of a text in parts, what is elided in French is a word of its own; an English contraction and an article of law are not cut', () => {
  expect(cut("l’eau qu’elle jusqu'à, l’article 12", 'parts')).toEqual([
    'l’',
    'eau',
    'qu’',
    'elle',
    "jusqu'",
    'à',
    ',',
    'l’article 12',
  ])
  expect(cut('il n’ouvre pas', 'parts')).toEqual(['il', 'n’ouvre', 'pas'])
  expect(cut('don’t, o’clock, aujourd’hui, d’œuvre', 'parts')).toEqual([
    'don’t',
    ',',
    'o’clock',
    ',',
    'aujourd’hui',
    ',',
    'd’',
    'œuvre',
  ])
})
