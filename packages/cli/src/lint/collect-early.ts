import { setFlagsFromString } from 'node:v8'
import type { Source } from '@cahier/core'
import { type Parser, parseMarkdown } from '@cahier/prose'
import { textSize } from '../text-size.ts'

/** By how many hundredths the heap may grow between two collections, from a number of bytes on, all texts together: the longest first. */
const GROWTH: readonly (readonly [least: number, percent: number])[] = [
  [10_000_000, 35],
  [2_000_000, 120],
]

/**
 * For a long folder, has what is no longer used collected before the heap has grown by much. The engine would let it grow several times over,
 * and stay so large: it does not know that each text is done with once the next one is read. The reference parser leaves so much behind that
 * its time would be half as long again.
 */
export function collectEarly(sources: readonly Source[], parse: Parser): void {
  if (parse === parseMarkdown) return
  const size = textSize(sources)
  const percent = GROWTH.find(([least]) => size >= least)?.[1]
  if (percent === undefined) return
  setFlagsFromString(`--heap-growing-percent=${percent}`)
  // Put back before the end, when code is kept: it is taken back under the flags that it was kept under, those that a run begins with.
  if (!isPutBack) process.prependOnceListener('exit', () => setFlagsFromString('--heap-growing-percent=0'))
  isPutBack = true
}

// A program that watches a folder comes here at each save.
let isPutBack = false
