import { DOUBTFUL, HEAD, LAID, NO_MORE, PLAIN, READ, STEP, tell } from './ahead-steps.ts'
import type { WasmMemory } from './web-assembly.ts'

/** A text whose tree is laid out. */
export interface LaidText {
  readonly arena: Uint8Array
  /** The numbers of its lines that look like rulers of tables; `null` when it may have citations or uncertain places, and all is to be looked for again. */
  readonly rulers: readonly number[] | null
}

/** The reader's side, of texts that are asked for in their order. */
export interface LaidAhead {
  /**
   * Says that the next text to be parsed is that of this rank: the very string, so that it is known again without being compared. The trees of those before are let
   * go of.
   */
  readonly expect: (text: string, rank: number) => void
  /**
   * What was laid out of the text that is expected, once; waits for it. `from` is where its Markdown begins. `doubtful` when only the reference can be sure
   * of it, `undefined` when it has to be read here.
   */
  readonly take: (text: string, from: number) => LaidText | 'doubtful' | undefined
}

/** What another thread lays out in the memory of its engine. */
export function laidAhead(memory: WasmMemory, steps: SharedArrayBuffer): LaidAhead {
  const numbers = new Int32Array(steps)
  let expected = ''
  let next = -1
  let isLost = false
  return {
    expect(text, rank) {
      expected = text
      next = rank
      if (isLost) return
      // To wake somebody takes longer than the rest.
      Atomics.store(numbers, READ, rank)
      if (rank % 8 === 0) Atomics.notify(numbers, READ)
    },
    take(text, from) {
      if (isLost || next < 0 || text !== expected) return undefined
      const at = HEAD + next * STEP
      for (let laid = Atomics.load(numbers, LAID); laid <= next && !isLost; laid = Atomics.load(numbers, LAID)) {
        Atomics.notify(numbers, READ)
        isLost = Atomics.wait(numbers, LAID, laid, PATIENCE) === 'timed-out'
      }
      next = -1
      if (isLost) {
        tell(numbers, READ, NO_MORE)
        return undefined
      }
      const [kind = 0, start = 0, signed = 0, length = 0, first = 0, count = 0] = numbers.subarray(at, at + STEP)
      // Above two gibibytes it was written as a negative number.
      const address = signed >>> 0
      // A memory that has grown there may not have here yet.
      if (kind === 0 || start !== from || address + length > memory.buffer.byteLength) return undefined
      if (kind === DOUBTFUL) return 'doubtful'
      const rulers = kind === PLAIN ? [...numbers.subarray(first, first + count)] : null
      return { arena: new Uint8Array(memory.buffer, address, length), rulers }
    },
  }
}

/** In milliseconds. What is waited for any longer is read here, and all that follows. */
const PATIENCE = 2000
