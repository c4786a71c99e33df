import { DOUBTFUL, HEAD, LAID, NO_MORE, PLAIN, READ, STEP, tell } from './ahead-steps.ts'
import type { WasmMemory } from './web-assembly.ts'

/** A text whose tree is laid out. */
export interface LaidText {
  readonly arena: Uint8Array
  /** Whether it has nothing but Markdown that the engine knows. */
  readonly isPlain: boolean
}

/** The reader's side, of texts that are asked for in their order. */
export interface LaidAhead {
  /** Says that the next text to be parsed is that of this rank: the very string, so that it is known again without being compared. */
  readonly expect: (text: string, rank: number) => void
  /**
   * What was laid out of the text that is expected, once; waits for it. `from` is where its Markdown begins. `doubtful` when only the reference can be sure
   * of it, `undefined` when it has to be read here.
   */
  readonly take: (text: string, from: number) => LaidText | 'doubtful' | undefined
  /** Lets go of the tree that was taken last, and of those before. */
  readonly release: () => void
}

/** What another thread lays out in the memory of its engine. */
export function laidAhead(memory: WasmMemory, steps: SharedArrayBuffer): LaidAhead {
  const numbers = new Int32Array(steps)
  let expected = ''
  let next = -1
  let taken = -1
  let isLost = false
  return {
    expect(text, rank) {
      expected = text
      next = rank
      if (!isLost) tell(numbers, READ, rank)
    },
    take(text, from) {
      if (isLost || next < 0 || text !== expected) return undefined
      taken = next
      next = -1
      for (let laid = Atomics.load(numbers, LAID); laid <= taken && !isLost; laid = Atomics.load(numbers, LAID))
        if (Atomics.wait(numbers, LAID, laid, PATIENCE) === 'timed-out') isLost = true
      if (isLost) {
        tell(numbers, READ, NO_MORE)
        return undefined
      }
      const at = HEAD + taken * STEP
      const [kind = 0, start = 0, address = 0, length = 0] = numbers.subarray(at, at + STEP)
      // A memory that has grown there may not have here yet.
      if (kind === 0 || start !== from || address + length > memory.buffer.byteLength) return undefined
      return kind === DOUBTFUL ? 'doubtful' : { arena: new Uint8Array(memory.buffer, address, length), isPlain: kind === PLAIN }
    },
    release: () => tell(numbers, READ, taken + 1),
  }
}

/** In milliseconds. What is waited for any longer is read here, and all that follows. */
const PATIENCE = 2000
