import type { Fineness } from '../diff/word-pattern.ts'
import type { Granularity } from './merge-piece.ts'

/**
 * How finely words are cut for a merge, and the share of its words that a sentence keeps to be the
 * same one. Word by word, a compound is cut too, and a sentence that keeps one word in ten is still
 * itself.
 */
export function wordCut(granularity: Granularity): {
  readonly fineness: Fineness
  readonly kept: number
} {
  return granularity === 'word'
    ? { fineness: 'parts', kept: 0.1 }
    : { fineness: 'words', kept: 0.4 }
}
