import { wordSet } from '../language/stop-words.ts'
import { toLatinLetters } from './lookalike-letters.ts'

/** A text as an id: lower case, no accents, hyphens between words. */
export function slugOf(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '')
  return (OTHER_ALPHABETS.test(bare) ? bare.replace(/[\p{L}\p{N}_-]+/gu, toLatinLetters) : bare)
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

const OTHER_ALPHABETS = /[\u0370-\u052F]/

/**
 * An id of at most six words and `most` letters. When shortened, it does not end on a word of
 * grammar.
 */
export function shortSlug(text: string, most: number): string {
  const words = slugOf(text).split('-')
  const kept = words.slice(0, 6)
  while (kept.length > 1 && kept.join('-').length > most) kept.pop()
  const last =
    kept.length < words.length ? kept.findLastIndex((word) => !GRAMMAR_WORDS.has(word)) : -1
  return (last < 0 ? kept : kept.slice(0, last + 1)).join('-').slice(0, most)
}

const GRAMMAR_WORDS = wordSet(
  'a au aux avec c ce ces cet cette chaque chez comme d dans de des dont du en entre et j jusqu l la le les leur leurs lorsqu m n ne ni nos notre ou par pour puisqu qu quand que qui s sa ' +
    'sans ses si son sous sur t un une vers vos votre ' +
    'an and as at be by each for from in into is its no of on or our than that the their this to when which who with your',
)
