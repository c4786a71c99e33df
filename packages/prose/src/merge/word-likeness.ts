import { commonSubsequence } from '../diff/common-subsequence.ts'
import { occurrences } from '../grouped-by.ts'

/** A reworded sentence keeps, in order, this share of the words of the longer sentence. */
const LIKE = 0.6
const FEWEST = 4

export interface SpokenWords {
  readonly words: readonly string[]
  readonly times: ReadonlyMap<string, number>
}

/** The words of a text (runs of letters and digits). */
export function countedWords(text: string): SpokenWords {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return { words, times: occurrences(words) }
}

/** True when a sentence is another sentence reworded; false for fewer than four words. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [countedWords(one), countedWords(other)]
  const isEnough = (words: number) => words / Math.max(a.words.length, b.words.length) >= LIKE
  const most = Math.min(a.words.length, b.words.length)
  return (
    most >= FEWEST &&
    isEnough(most) &&
    isEnough(sharedWords(a, b)) &&
    isEnough(commonSubsequence(a.words, b.words).length)
  )
}

function sharedWords(a: SpokenWords, b: SpokenWords) {
  let both = 0
  for (const [word, times] of a.times) both += Math.min(times, b.times.get(word) ?? 0)
  return both
}
