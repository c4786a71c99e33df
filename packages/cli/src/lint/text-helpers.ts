import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Finding } from '@cahier/core'
import { type Parser, parseMarkdown } from '@cahier/prose'
import type { JobText, TextJob } from './text-job.ts'
import { findingsIn } from './text-job.ts'
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
  readonly findings: readonly (readonly Finding[])[]
}

/** Other threads that are looking at texts. */
export interface TextHelpers {
  /** Looks at what they have not come to, and gives what was found in each text, by path, once all have answered. */
  readonly join: () => Promise<ReadonlyMap<string, readonly Finding[]>>
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
 * What a thread that fails had taken is looked at here. `CAHIER_THREADS` says how many threads there are to be, this one included.
 */
export function callHelpers(texts: readonly JobText[], job: TextJob, parse: Parser): TextHelpers | null {
  const usesReference = parse === parseMarkdown
  const wanted = texts.length === 0 ? 0 : (wantedThreads() ?? worthwhile(texts, usesReference ? 'reference' : 'fast') + 1) - 1
  // Beside the bundle; sources do without.
  const program = new URL('./lint-worker.js', import.meta.url)
  if (wanted < 1 || !existsSync(fileURLToPath(program))) return null
  const shares = layOutShares(texts)
  const found = new Map<number, Found['findings']>()
  const handed: Handed = { shares, job, usesReference }
  const helpers = Array.from({ length: wanted }, () => helping(new Worker(program, { workerData: handed, resourceLimits: LIMITS }), found))
  return {
    async join() {
      const look = (share: number) =>
        found.set(
          share,
          ranksIn(shares, share).map((rank) => findingsIn(sharedText(shares, rank), job, parse)),
        )
      const last = countOfShares(shares) - 1
      for (let share = last; share >= 0; share--) if (takeShare(shares, share)) look(share)
      await Promise.all(helpers)
      for (let share = last; share >= 0; share--) if (!found.has(share)) look(share)
      return new Map(
        [...found].flatMap(([share, findings]) =>
          ranksIn(shares, share).map((rank, at) => [shares.names[rank]?.path ?? '', findings[at] ?? []] as const),
        ),
      )
    },
  }
}

// Kept once the thread has ended, whatever the end: nothing is lost but time.
function helping(worker: Worker, found: Map<number, Found['findings']>): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', ({ share, findings }: Found) => found.set(share, findings))
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
