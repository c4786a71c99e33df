import type { Finding } from '@cahier/core'
import { keepIn, keptAs, readKept } from './kept-file.ts'
import { type Part, SUM_LENGTH, sumOf } from './sum-of.ts'

/** What linting found the last time, by the sum of all that it depends on. */
export interface LintMemory {
  /** What was found when all of this was the same; else what `find` gives, which is then kept. */
  readonly ofRun: (inputs: Iterable<Part>, find: () => Promise<readonly Finding[]>) => Promise<readonly Finding[]>
  /** Keeps what was found in a run, and in the texts it was about. */
  readonly keepRun: (inputs: Iterable<Part>, findings: readonly Finding[]) => void
  /** What was found when all of this was the same, if it ever was. */
  readonly recallRun: (inputs: Iterable<Part>) => readonly Finding[] | undefined
  /** The same of one text by itself. */
  readonly ofText: (inputs: Iterable<Part>) => TextMemory
  /** Keeps what was found in the texts of this run, and forgets all others. */
  readonly keepTexts: () => void
}

/** What is remembered of one text. */
export interface TextMemory {
  /** What was found in it, if it ever was looked at. */
  readonly known: readonly Finding[] | undefined
  /** Has this text among those that this run is about, with what was found in it. */
  readonly keep: (findings: readonly Finding[]) => void
}

/** Remembers nothing. */
export const NO_MEMORY: LintMemory = {
  ofRun: (_, find) => find(),
  keepRun: () => {},
  recallRun: () => undefined,
  ofText: () => ({ known: undefined, keep: () => {} }),
  keepTexts: () => {},
}

/**
 * Remembers in two files of a folder, one for the last whole run and one for single texts. `place` is what is linted, and `program` all that the findings
 * depend on besides the inputs: the program's build, the version of Node. A file that is damaged, or not of our making, is as good as none; a folder that cannot be
 * written to means that nothing is kept.
 */
export function lintMemory(folder: string, place: string, program: string): LintMemory {
  const run = keptAs(folder, place, 'run')
  const texts = keptAs(folder, place, 'texts')
  let known: ReadonlyMap<string, Buffer> | undefined
  let used = new Map<string, Buffer>()
  const sum = (inputs: Iterable<Part>) => sumOf([program, ...inputs])
  const recallRun = (key: string) => findingsIn(readKept(run, key))
  const keepTexts = () => {
    const isAsKept = used.size === known?.size && [...used.keys()].every((key) => known?.has(key))
    if (!isAsKept) keepIn(texts, program, [...used].flatMap(lineOf))
    known = used
    used = new Map()
  }
  const keepRun = (key: string, findings: readonly Finding[]) => {
    keepIn(run, key, [jsonOf(findings)])
    keepTexts()
  }
  return {
    async ofRun(inputs, find) {
      const key = sum(inputs)
      const found = recallRun(key)
      if (found !== undefined) return found
      const findings = await find()
      keepRun(key, findings)
      return findings
    },
    keepRun: (inputs, findings) => keepRun(sum(inputs), findings),
    recallRun: (inputs) => recallRun(sum(inputs)),
    ofText(inputs) {
      const key = sum(inputs)
      known ??= linesIn(readKept(texts, program))
      const json = known.get(key)
      return {
        known: findingsIn(json),
        keep: (findings) => void used.set(key, json ?? jsonOf(findings)),
      }
    },
    keepTexts,
  }
}

/** A line for each text: the sum of what its findings depend on, then they, as JSON. */
function lineOf([key, json]: readonly [string, Buffer]): readonly Buffer[] {
  return [Buffer.from(`${key} `), json, Buffer.from('\n')]
}

// Read only so far as to tell them apart: few are asked for, and most are written again as they are.
function linesIn(kept: Buffer | null): ReadonlyMap<string, Buffer> {
  const lines = new Map<string, Buffer>()
  for (let start = 0; kept !== null && start < kept.length; ) {
    const end = kept.indexOf('\n', start)
    lines.set(kept.toString('latin1', start, start + SUM_LENGTH), kept.subarray(start + SUM_LENGTH + 1, end))
    start = end + 1
  }
  return lines
}

function jsonOf(findings: readonly Finding[]): Buffer {
  return Buffer.from(JSON.stringify(findings))
}

function findingsIn(json: Buffer | null | undefined): readonly Finding[] | undefined {
  return json ? JSON.parse(json.toString()) : undefined
}
