import type { Granularity } from './merge-piece.ts'

/** Longer results are not cached, in UTF-16 units of the texts. */
const LONGEST = 600_000

/**
 * One merge at work: its granularity, and a cache. A merge reads the same few texts many times,
 * since it compares candidates and merges the result again.
 */
export class MergeContext {
  private readonly results = new Map<string, unknown>()

  constructor(readonly granularity: Granularity) {}

  /** The result of a pure function of some texts, computed once; `name` names the function. */
  once<Result>(name: string, texts: readonly string[], compute: () => Result): Result {
    const lengths = texts.map(({ length }) => length)
    if (lengths.reduce((sum, length) => sum + length, 0) > LONGEST) return compute()
    const key = `${name} ${lengths.join()} ${texts.join('')}`
    if (this.results.has(key)) return this.results.get(key) as Result
    const result = compute()
    this.results.set(key, result)
    return result
  }
}
