import type { Vocabulary } from './known-word.ts'
import { hasWord } from './lexicon.ts'
import type { SpelledOtherwise } from './spelled-otherwise.ts'

/** The word that an unknown one makes with what stands before or after it: « popula tion », « défi nition », as a page that was copied has them. */
export function partedWord(text: string, from: number, to: number, { lexicon }: Vocabulary): SpelledOtherwise | null {
  if (text[from - 1] !== ' ' && text[to] !== ' ') return null
  const word = text.slice(from, to)
  if (!SMALL.test(word)) return null
  const before = BEFORE.exec(text.slice(Math.max(0, from - LONGEST), from))?.[0] ?? ''
  const after = AFTER.exec(text.slice(to, to + LONGEST))?.[0] ?? ''
  const isWord = (parts: string) => parts.length > SHORT && hasWord(lexicon, parts.replace(/ /, '').toLowerCase())
  if (before !== '' && isWord(before + word)) return { from: from - before.length, to, meant: before.trimEnd() + word }
  return after !== '' && isWord(word + after) ? { from, to: to + after.length, meant: word + after.trimStart() } : null
}

const SMALL = /^\p{Ll}+$/u
const BEFORE = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}\p{Ll}* $/u
const AFTER = /^ \p{Ll}+(?![\p{L}\p{M}\p{N}'’-])/u
const LONGEST = 24
const SHORT = 6
