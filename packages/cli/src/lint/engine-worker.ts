// What another thread runs: it lays out the trees of texts, a few texts before they are read.
import { parentPort, workerData } from 'node:worker_threads'
import { bodyStartOf, type Engine, layAhead, startEngine } from '@cahier/prose/laying'
import { unpackedEngine } from '../engine.ts'
import type { Called, Given } from './engine-beside.ts'
import { stopAt } from './thread-gate.ts'

const { gate, memory } = workerData as Called

// Nothing in a copy without it, or where it cannot be started: the texts are waited for all the same, and whoever waits is to be told.
function engineHere(): Engine | null {
  try {
    return startEngine(unpackedEngine(), memory)
  } catch {
    return null
  }
}

if (stopAt(gate)) {
  const engine = engineHere()
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  parentPort?.once('message', ({ texts, steps }: Given) => {
    layAhead(engine, steps, texts.length, (rank) => utf8.decode(texts[rank]), bodyStartOf)
  })
}
