import { inOurLetters } from './our-letters.ts'

/** A text as an id of the folder: lower case, no accents, hyphens between words. */
export function slugOf(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '')
  return (OTHER_ALPHABETS.test(bare) ? bare.replace(/[\p{L}\p{N}_-]+/gu, inOurLetters) : bare)
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

const OTHER_ALPHABETS = /[\u0370-\u052F]/
