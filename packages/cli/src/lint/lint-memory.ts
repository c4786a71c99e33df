import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '@cahier/core'

/** What linting found the last time, by the sum of all that it depends on. */
export interface LintMemory {
  /** What was found when all of this was the same; else what `find` gives, which is then kept. */
  readonly ofRun: (inputs: Iterable<string>, find: () => Promise<readonly Finding[]>) => Promise<readonly Finding[]>
  /** Keeps what was found in a run, and in the texts it was about. */
  readonly keepRun: (inputs: Iterable<string>, findings: readonly Finding[]) => void
  /** What `ofRun` gives, for one text by itself; it is kept with the run. */
  readonly ofText: (inputs: Iterable<string>, find: () => readonly Finding[]) => readonly Finding[]
  /** What was found when all of this was the same, if it ever was. */
  readonly recallRun: (inputs: Iterable<string>) => readonly Finding[] | undefined
  readonly recallText: (inputs: Iterable<string>) => readonly Finding[] | undefined
}

/** Remembers nothing. */
export const NO_MEMORY: LintMemory = {
  ofRun: (_, find) => find(),
  keepRun: () => {},
  ofText: (_, find) => find(),
  recallRun: () => undefined,
  recallText: () => undefined,
}

/**
 * Remembers in two files of a folder, one for whole runs and one for single texts. `place` is what is linted, and `program` all that the findings
 * depend on besides the inputs: the program's build, the version of Node. A file that is damaged, or not of our making, is as good as none; a folder that cannot be
 * written to means that nothing is kept.
 */
export function lintMemory(folder: string, place: string, program: string): LintMemory {
  const name = sumOf([place]).slice(0, 24)
  const runs = join(folder, `lint-${name}-run.json`)
  const texts = join(folder, `lint-${name}-texts.json`)
  let known: Kept | undefined
  // Of the texts that this run was about: those that it was not are forgotten with it.
  let used: Record<string, readonly Finding[]> = {}
  const keyOf = (inputs: Iterable<string>) => sumOf([program, ...inputs])
  const knownAs = (key: string) => {
    known ??= read(texts)
    return known[key]
  }
  const keepRun = (key: string, findings: readonly Finding[]) => {
    write(folder, runs, { [key]: findings })
    write(folder, texts, used)
    used = {}
  }
  return {
    async ofRun(inputs, find) {
      const key = keyOf(inputs)
      const found = read(runs)[key]
      if (found !== undefined) return found
      const findings = await find()
      keepRun(key, findings)
      return findings
    },
    keepRun: (inputs, findings) => keepRun(keyOf(inputs), findings),
    ofText(inputs, find) {
      const key = keyOf(inputs)
      const found = knownAs(key) ?? find()
      used[key] = found
      return found
    },
    recallRun: (inputs) => read(runs)[keyOf(inputs)],
    recallText: (inputs) => knownAs(keyOf(inputs)),
  }
}

type Kept = Readonly<Record<string, readonly Finding[]>>

function read(path: string): Kept {
  try {
    const content = readFileSync(path, 'utf8')
    const end = content.indexOf('\n')
    const json = content.slice(end + 1)
    if (end !== SUM_LENGTH || content.slice(0, end) !== sumOf([json])) return {}
    const kept: unknown = JSON.parse(json)
    return typeof kept === 'object' && kept !== null ? Object.assign(Object.create(null), kept) : {}
  } catch {
    return {}
  }
}

// The new file or the old one, never half of one.
function write(folder: string, path: string, kept: Kept): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const json = JSON.stringify(kept)
    const half = `${path}.${process.pid}`
    writeFileSync(half, `${sumOf([json])}\n${json}`, { mode: 0o600 })
    renameSync(half, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}

const SUM_LENGTH = 64

/** SHA-256 over parts, each with its length before it: no two lists of parts have one sum. */
function sumOf(parts: Iterable<string>): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${Buffer.byteLength(part)}:`).update(part)
  return sum.digest('hex')
}
