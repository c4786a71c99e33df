import type { SpelledOtherwise } from './hyphens.ts'
import type { Vocabulary } from './known-word.ts'
import { hasWord, type Lexicon } from './lexicon.ts'

/**
 * The word that an unknown word forms with the word beside it, as in copied pages: « popula tion »,
 * « défi nition ». `null` when there is none.
 */
export function rejoinedWord(
  text: string,
  start: number,
  end: number,
  { lexicon }: Vocabulary,
): SpelledOtherwise | null {
  if (text[start - 1] !== ' ' && text[end] !== ' ') return null
  const word = text.slice(start, end)
  if (!SMALL.test(word)) return null
  const before = BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0] ?? ''
  const after = AFTER.exec(text.slice(end, end + LONGEST))?.[0] ?? ''
  const first = before === '' ? undefined : wholeOf(before + word, lexicon)
  if (first !== undefined) return { start: start - before.length, end, meant: first }
  const second = after === '' ? undefined : wholeOf(word + after, lexicon)
  return second === undefined ? null : { start, end: end + after.length, meant: second }
}

// Prefers the form with a hyphen, when the lexicon has it: « start up », « pull over ».
function wholeOf(parts: string, lexicon: Lexicon): string | undefined {
  if (parts.length <= SHORT || !hasWord(lexicon, parts.replace(' ', '').toLowerCase()))
    return undefined
  const hyphened = parts.replace(' ', '-')
  return hasWord(lexicon, hyphened.toLowerCase()) ? hyphened : parts.replace(' ', '')
}

const SMALL = /^\p{Ll}+$/u
const BEFORE = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}\p{Ll}* $/u
const AFTER = /^ \p{Ll}+(?![\p{L}\p{M}\p{N}'’-])/u
const LONGEST = 24
const SHORT = 6
