import { matchesIn } from '@cahier/prose'
import { isKnownWord, type Vocabulary } from './known-word.ts'
import { bareWord } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { SLIP } from './slip-costs.ts'

/**
 * The accented spellings of a word in capitals: `SIÈGE` for `SIEGE`. Empty for a known word, and
 * for a word under five letters, which may be an acronym.
 */
export function withAccents(word: string, vocabulary: Vocabulary): readonly string[] {
  if (!BARE.test(word) || isKnownWord(word, vocabulary)) return []
  const near = nearWords(vocabulary.lexicon, word.toLowerCase(), SLIP)
  return near
    .filter(({ word: found }) => bareWord(found) === bareWord(word))
    .map(({ word: found }) => found.toUpperCase())
}

/** Whether a word contains capitals without their accents. */
export function lacksAccents(word: string, vocabulary: Vocabulary): boolean {
  return matchesIn(word, RUN).some(([run]) => withAccents(run, vocabulary).length > 0)
}

/**
 * Whether a word is beside other capitals, or is a whole title or label. Elsewhere, it may be a
 * name: « l’outil SESAME ».
 */
export function isBesideCapitalsOrAlone(text: string, start: number, end: number): boolean {
  if (isBesideCapitals(text, start, end)) return true
  return (
    (start === 0 || text.charAt(start - 1) === '\n') &&
    /^\s*(?:$|\n|:)/.test(text.slice(end, end + NEAR))
  )
}

/**
 * Whether another word in capitals is next to this one. One letter may separate the two words:
 * `CAPITAL A RESPONSABILITE`.
 */
export function isBesideCapitals(text: string, start: number, end: number): boolean {
  return (
    CAPITALS_BEFORE.test(text.slice(Math.max(0, start - NEAR), start)) ||
    CAPITALS_AFTER.test(text.slice(end, end + NEAR))
  )
}

const BARE = /^[A-Z]{5,}$/
const RUN = /[A-Z]{5,}/g
const NEAR = 20
const CAPITALS_BEFORE = /\p{Lu}{2,}[\s,:’'-]+(?:\p{Lu}[\s’']+)?$/u
const CAPITALS_AFTER = /^[\s,:’'-]+(?:\p{Lu}[\s’']+)?\p{Lu}{2,}/u
