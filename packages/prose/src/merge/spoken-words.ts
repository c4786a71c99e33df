import { commonRun } from '../diff/common-run.ts'

/** A reworded sentence keeps, in order, this share of the words of the longer sentence. */
const LIKE = 0.6
const FEWEST = 4

export interface SpokenWords {
  readonly words: readonly string[]
  readonly times: ReadonlyMap<string, number>
  /** True when `other` directly follows `one` somewhere in the text. */
  readonly hasPair: (one: string, other: string) => boolean
}

/** Returns the words of a text (runs of letters and digits), without punctuation. */
export function spokenWords(text: string): SpokenWords {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  let pairs: ReadonlySet<number> | null = null
  const numbers = new Map([...times.keys()].map((word, number) => [word, number]))
  const pairOf = (one: string, other: string) =>
    (numbers.get(one) ?? NaN) * numbers.size + (numbers.get(other) ?? NaN)
  return {
    words,
    times,
    hasPair: (one, other) => {
      pairs ??= new Set(words.slice(1).map((word, before) => pairOf(words[before] as string, word)))
      return pairs.has(pairOf(one, other))
    },
  }
}

/** True when a sentence is another one reworded; false for fewer than four words. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [spokenWords(one), spokenWords(other)]
  const isEnough = (words: number) => words / Math.max(a.words.length, b.words.length) >= LIKE
  const most = Math.min(a.words.length, b.words.length)
  return (
    most >= FEWEST &&
    isEnough(most) &&
    isEnough(sharedWords(a, b)) &&
    isEnough(commonRun(a.words, b.words).length)
  )
}

/** The number of words that two sentences share, in any order. Fast to compute. */
function sharedWords(a: SpokenWords, b: SpokenWords): number {
  let both = 0
  for (const [word, times] of a.times) both += Math.min(times, b.times.get(word) ?? 0)
  return both
}
