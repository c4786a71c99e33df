// What another thread runs: it lays out the trees of texts, a few texts before they are read.
import { parentPort, workerData } from 'node:worker_threads'
import { bodyStartOf } from '@cahier/lint/body-start'
import { layAhead, startEngine } from '@cahier/prose/laying'
import { unpackedEngine } from '../engine.ts'
import type { Called, Given } from './engine-beside.ts'

const engine = startEngine(unpackedEngine(), (workerData as Called).memory)
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
parentPort?.once('message', ({ texts, steps }: Given) => {
  layAhead(engine, steps, texts.length, (rank) => utf8.decode(texts[rank]), bodyStartOf)
})
