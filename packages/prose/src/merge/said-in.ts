import { COMMON_LETTERS, hasUncommonLetters } from '../letters.ts'
import { remembered } from './remembered.ts'

/** The words of a text, signs left out. */
export interface Said {
  readonly words: readonly string[]
  /** How often each word comes. */
  readonly times: ReadonlyMap<string, number>
  /** Whether one word comes right after another somewhere. */
  readonly hasPair: (one: string, other: string) => boolean
}

/** What a text says, its signs left out. */
export const saidIn = remembered((text): Said => {
  const words = text.match(hasUncommonLetters(text) ? /[\p{L}\p{N}]+/gu : COMMON) ?? []
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
})

const COMMON = new RegExp(`[${COMMON_LETTERS}]+`, 'g')
