// What another thread runs: it lays out the trees of texts, a few texts before they are read.
import { parentPort, workerData } from 'node:worker_threads'
import { bodyStartOf } from '@cahier/lint/body-start'
import { layAhead, startEngine } from '@cahier/prose/laying'
import { unpackedEngine } from '../engine.ts'
import type { Called, Given } from './engine-beside.ts'

const engine = startEngine(unpackedEngine(), (workerData as Called).memory)
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
parentPort?.once('message', ({ bytes, offsets, steps }: Given) => {
  const all = new Uint8Array(bytes)
  const textAt = (rank: number) => utf8.decode(all.subarray(offsets[rank], offsets[rank + 1]))
  layAhead(engine, steps, offsets.length - 1, textAt, bodyStartOf)
})
