// What another thread runs: it takes shares from the first on, and says what it found in each.
import { parentPort, workerData } from 'node:worker_threads'
import { parseMarkdown } from '@cahier/prose'
import { startFastParser } from '../parser-for.ts'
import type { Found, Handed } from './text-helpers.ts'
import { findingsIn } from './text-job.ts'
import { countOfShares, ranksIn, sharedText, takeShare } from './text-shares.ts'

const { shares, job, usesReference } = workerData as Handed
const parse = usesReference ? parseMarkdown : startFastParser()
for (let share = 0; share < countOfShares(shares); share++) {
  if (!takeShare(shares, share)) continue
  const found: Found = { share, findings: ranksIn(shares, share).map((rank) => findingsIn(sharedText(shares, rank), job, parse)) }
  parentPort?.postMessage(found)
}
