import type { Granularity } from './merge-piece.ts'

/** Most UTF-16 units of the texts of one cached result. */
const MOST_UNITS = 600_000

/** The granularity and the cache of one merge, which compares the same few texts many times. */
export class MergeContext {
  private readonly results = new Map<string, unknown>()

  constructor(readonly granularity: Granularity) {}

  /** Computes the result of a pure function of `texts` once; `name` identifies the function. */
  once<Result>(name: string, texts: readonly string[], compute: () => Result): Result {
    const lengths = texts.map(({ length }) => length)
    if (lengths.reduce((sum, length) => sum + length, 0) > MOST_UNITS) return compute()
    const key = `${name} ${lengths.join()} ${texts.join('')}`
    if (this.results.has(key)) return this.results.get(key) as Result
    const result = compute()
    this.results.set(key, result)
    return result
  }
}
