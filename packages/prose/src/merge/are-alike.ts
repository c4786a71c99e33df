import { commonRun } from '../diff/common-run.ts'
import { type Said, saidIn } from './said-in.ts'

/**
 * The share of the words of the longer sentence that two have in common, in order, when one is the
 * other reworded.
 */
const LIKE = 0.6
const FEWEST = 4

/** Whether one of two sentences is the other reworded. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [saidIn(one), saidIn(other)]
  const isEnough = (words: number) => words / Math.max(a.words.length, b.words.length) >= LIKE
  const most = Math.min(a.words.length, b.words.length)
  return (
    most >= FEWEST &&
    isEnough(most) &&
    isEnough(shared(a, b)) &&
    isEnough(commonRun(a.words, b.words).length)
  )
}

/** How many words two sentences share, in whatever order: no run in common is longer. */
function shared(a: Said, b: Said): number {
  let both = 0
  for (const [word, times] of a.times) both += Math.min(times, b.times.get(word) ?? 0)
  return both
}
