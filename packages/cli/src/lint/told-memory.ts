import type { ExitCode } from '../command.ts'
import { keepIn, keptAs, readKept } from './kept-file.ts'
import { type Part, sumOf } from './sum-of.ts'

/** What a run told whoever asked for it. */
export interface Told {
  readonly code: ExitCode
  /** The report as it was made, in pieces: what could command a terminal is taken out of it when it is printed. */
  readonly report: readonly string[]
  /** The sentence said beside it, `''` for none. */
  readonly aside: string
}

/** What was told the last time. */
export interface ToldMemory {
  /** What was told when all of this was the same, if it is what was told last. */
  readonly recall: () => Told | undefined
  readonly keep: (told: Told) => void
}

/**
 * Remembers, in a file of a folder, what a run told: once nothing has changed, it is told again, and neither rules nor parser are loaded. `place` is what is
 * linted, and `program` and `inputs` all that the report depends on.
 */
export function toldMemory(folder: string, place: string, program: string, inputs: () => Iterable<Part>): ToldMemory {
  const file = keptAs(folder, place, 'told')
  let sum: string | undefined
  const key = () => {
    sum ??= sumOf([program, ...inputs()])
    return sum
  }
  return {
    recall() {
      const kept = readKept(file, key())
      if (kept === null) return undefined
      const end = kept.indexOf('\n')
      const { code, aside } = JSON.parse(kept.toString('utf8', 0, end))
      return { code, aside, report: [kept.toString('utf8', end + 1)] }
    },
    keep({ code, aside, report }) {
      keepIn(file, key(), [Buffer.from(`${JSON.stringify({ code, aside })}\n`), ...report.map((piece) => Buffer.from(piece))])
    },
  }
}
