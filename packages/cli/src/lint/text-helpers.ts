import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Parser, parseMarkdown } from '@cahier/prose'
import type { JobText, TextFound, TextJob } from './text-job.ts'
import { countOfShares, layOutShares, ranksIn, sharedText, type TextShares, takeShare } from './text-shares.ts'

/** What a helper is given. */
export interface Handed {
  readonly shares: TextShares
  readonly job: TextJob
  readonly usesReference: boolean
}

/** What a helper found in the texts of one share, in their order. */
export interface Found {
  readonly share: number
  readonly found: readonly TextFound[]
}

/** Other threads that are looking at texts. */
export interface TextHelpers {
  /** Looks at what they have not come to, and gives what was found in each text, by path, once all have answered. */
  readonly join: () => Promise<ReadonlyMap<string, TextFound>>
}

/** In UTF-16 units, the texts that are worth one more thread, which has the whole program to load and to compile first. */
const WORTH_A_THREAD = { fast: 1_000_000, reference: 400_000 }
/** Cores that are busy already: with the fast parser, compiling and collecting on the engine's own threads fill most of another one. */
const BUSY = { fast: 2, reference: 1 }
/** Each takes some tens of megabytes. */
const MOST_HELPERS = 3
/** In mebibytes. A text too long for that is left to the first thread. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 }

/**
 * Has other threads look at texts while this one does something else, as many as there are cores with nothing to do and texts worth it; `null` when that is none.
 * `look` looks at a text in this one, and at what a thread that fails had taken. `CAHIER_THREADS` says how many threads there are to be, this one included.
 */
export function callHelpers(
  texts: readonly JobText[],
  job: TextJob,
  parse: Parser,
  look: (text: JobText) => TextFound,
): TextHelpers | null {
  const usesReference = parse === parseMarkdown
  const wanted = texts.length === 0 ? 0 : (wantedThreads() ?? worthwhile(texts, usesReference ? 'reference' : 'fast') + 1) - 1
  // Beside the bundle; sources do without.
  const program = new URL('./lint-worker.js', import.meta.url)
  if (wanted < 1 || !existsSync(fileURLToPath(program))) return null
  const shares = layOutShares(texts)
  const found = new Map<number, Found['found']>()
  const handed: Handed = { shares, job, usesReference }
  const helpers = Array.from({ length: wanted }, () => helping(new Worker(program, { workerData: handed, resourceLimits: LIMITS }), found))
  return {
    async join() {
      const lookAt = (share: number) =>
        found.set(
          share,
          ranksIn(shares, share).map((rank) => look(sharedText(shares, rank))),
        )
      const last = countOfShares(shares) - 1
      for (let share = last; share >= 0; share--) if (takeShare(shares, share)) lookAt(share)
      await Promise.all(helpers)
      for (let share = last; share >= 0; share--) if (!found.has(share)) lookAt(share)
      return new Map(
        [...found].flatMap(([share, texts]) =>
          ranksIn(shares, share).map((rank, at) => [shares.names[rank]?.path ?? '', texts[at] ?? NOTHING] as const),
        ),
      )
    },
  }
}

const NOTHING: TextFound = { findings: [], asked: [] }

// Kept once the thread has ended, whatever the end: nothing is lost but time.
function helping(worker: Worker, found: Map<number, Found['found']>): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', ({ share, found: texts }: Found) => found.set(share, texts))
    worker.on('error', () => resolve())
    worker.on('exit', () => resolve())
  })
}

function wantedThreads(): number | undefined {
  const said = Number(process.env.CAHIER_THREADS)
  return Number.isInteger(said) && said > 0 ? said : undefined
}

function worthwhile(texts: readonly JobText[], parser: 'fast' | 'reference'): number {
  const idle = availableParallelism() - BUSY[parser]
  if (idle <= 0) return 0
  const length = texts.reduce((sum, { text }) => sum + text.length, 0)
  return Math.min(Math.floor(length / WORTH_A_THREAD[parser]), idle, MOST_HELPERS)
}
