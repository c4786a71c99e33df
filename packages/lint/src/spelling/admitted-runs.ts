import { cacheByUnit, ownCopy, unitsOf } from '@cahier/prose'
import { BEGINS_WORD, STOPS_WORD } from './written-words.ts'

/**
 * A cache of admitted words with the signs around them. Texts are compared in place, without
 * cutting words out.
 */
export interface AdmittedRuns {
  /** By a hash of their characters. */
  readonly bySum: (Run | undefined)[]
  size: number
}

interface Run {
  readonly written: string
  readonly next: Run | undefined
}

/** An empty cache. */
export function noAdmittedRuns(): AdmittedRuns {
  return { bySum: new Array<Run | undefined>(SUMS).fill(undefined), size: 0 }
}

/** Whether all words of a text are in the cache; false when in doubt. */
export function areAllAdmitted(text: string, { bySum }: AdmittedRuns): boolean {
  const units = unitsOf(text)
  const { length } = text
  for (let at = 0; at < length; ) {
    let sign = signOf(units[at] as number)
    while (sign === BETWEEN || sign === STOP) {
      if (++at === length) return true
      sign = signOf(units[at] as number)
    }
    const start = at
    let sum = 0
    while (at < length && sign !== STOP) {
      if (sign === HALF) return false
      sum = nextSum(sum, units[at] as number)
      if (++at < length) sign = signOf(units[at] as number)
    }
    let run = bySum[sum]
    while (run !== undefined && !isWritten(run.written, units, start, at)) run = run.next
    if (run === undefined) return false
  }
  return true
}

/** Adds the word at `from`, with the signs around it. */
export function admitRun(text: string, from: number, runs: AdmittedRuns): void {
  let to = from
  let sum = 0
  for (; to < text.length && signOf(text.charCodeAt(to)) !== STOP; to++)
    sum = nextSum(sum, text.charCodeAt(to))
  const written = text.slice(from, to)
  for (let run = runs.bySum[sum]; run !== undefined; run = run.next)
    if (run.written === written) return
  if (runs.size >= MOST_KEPT) {
    runs.bySum.fill(undefined)
    runs.size = 0
  }
  runs.bySum[sum] = { written: ownCopy(written), next: runs.bySum[sum] }
  runs.size++
}

const SUMS = 1 << 15
const MOST_KEPT = 30_000

function nextSum(sum: number, unit: number): number {
  return (Math.imul(sum, 31) + unit) & (SUMS - 1)
}

function isWritten(written: string, units: Uint16Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false
  for (let at = 0; at < written.length; at++)
    if (written.charCodeAt(at) !== units[start + at]) return false
  return true
}

const BEGINS = 1
const STOP = 2
const BETWEEN = 3
/** Half of a character outside the basic plane. */
const HALF = 4

const signOf = cacheByUnit((sign) =>
  /[\uD800-\uDFFF]/.test(sign)
    ? HALF
    : STOPS_WORD.test(sign)
      ? STOP
      : BEGINS_WORD.test(sign)
        ? BEGINS
        : BETWEEN,
)
