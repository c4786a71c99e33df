import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FileSource } from '@cahier/core/source'
import { engineMemory, type LaidAhead, laidAhead, stepsFor, type WasmMemory } from '@cahier/prose/ahead'
import { unsetFlags } from '../engine-flags.ts'
import { hasFewAddresses } from './few-addresses.ts'
import { hasStopped, openGate, type ThreadGate, threadGate } from './thread-gate.ts'

/** What the thread is given to begin with. */
export interface Called {
  readonly gate: ThreadGate
  readonly memory: WasmMemory
}

/** Texts that it is to lay out, in UTF-8. */
export interface Given {
  readonly texts: readonly Uint8Array[]
  readonly steps: SharedArrayBuffer
}

/** The engine of the fast parser, on a thread of its own. */
export interface EngineBeside {
  /**
   * To be called before more of the program is loaded: until then, V8 is as the thread needs it to begin in half the time. `false` when it has not begun:
   * nothing is to be expected of it, and V8 stays as it is.
   */
  readonly hasBegun: () => boolean
  /** Where the texts are to be read into. */
  readonly room: Uint8Array
  /** Has the trees of these texts laid out, in their order. */
  readonly layOut: (sources: readonly FileSource[]) => LaidAhead
}

/** In bytes, all texts together. With fewer, what the thread takes to begin is not won back. */
const WORTH_CALLING = 3_000_000

/** In mebibytes: what it leaves behind is let go of at once. */
const LIMITS = { maxYoungGenerationSizeMb: 8 }

/**
 * Calls the engine for texts of this size, where there are two cores: where there are more, whole texts are looked at on them (`text-helpers.ts`). `null` when that is not
 * worth it, or when the environment names a parser, or a number of threads.
 */
export function callEngine(size: number): EngineBeside | null {
  const { CAHIER_PARSER = '', CAHIER_THREADS = '' } = process.env
  if (size < WORTH_CALLING || availableParallelism() !== 2 || CAHIER_PARSER !== '' || CAHIER_THREADS !== '') return null
  // Beside the bundle; sources do without.
  const program = new URL('./engine-worker.js', import.meta.url)
  if (!existsSync(fileURLToPath(program)) || hasFewAddresses()) return null
  let setBack = () => {}
  try {
    const memory = engineMemory()
    const gate = threadGate()
    const room = new Uint8Array(new SharedArrayBuffer(size))
    setBack = unsetFlags()
    const worker = new Worker(program, { workerData: { gate, memory } satisfies Called, resourceLimits: LIMITS })
    // Nobody waits for it: what it does not come to is read without it.
    worker.unref()
    worker.on('error', () => {})
    return {
      hasBegun() {
        if (!hasStopped(gate)) return false
        setBack()
        openGate(gate)
        return true
      },
      room,
      layOut(sources) {
        const steps = stepsFor(sources.length)
        worker.postMessage({ texts: sources.map(({ bytes }) => bytes), steps } satisfies Given)
        return laidAhead(memory, steps)
      },
    }
  } catch {
    // The machine gives no more memory, or no more threads.
    setBack()
    return null
  }
}
