import { readableFrom } from '../readable-from.ts'
import { DOUBTFUL, HEAD, LAID, MARKED, NO_MORE, PLAIN, READ, STEP, tell } from './ahead-steps.ts'
import { isPlain, readPlan } from './read-plan.ts'
import type { Engine, LaidTree } from './start-engine.ts'

/**
 * The other thread's side: lays out `count` texts one after the other, and ends; at once without an engine. `startOf` says where the Markdown of a text begins.
 * What the reader has come to is let go of, and until then no more is laid out than there is room for.
 */
export function layAhead(
  engine: Engine | null,
  steps: SharedArrayBuffer,
  count: number,
  textAt: (rank: number) => string,
  startOf: (text: string) => number,
): void {
  const numbers = new Int32Array(steps)
  const held: (LaidTree | null)[] = []
  let first = 0
  let bytes = 0
  let free = HEAD + count * STEP
  const letGo = (before: number) => {
    for (; first < Math.min(before, held.length); first++) {
      const tree = held[first]
      bytes -= tree?.arena.length ?? 0
      tree?.release()
      held[first] = null
    }
  }
  try {
    for (let rank = 0; engine !== null && rank < count; rank++) {
      for (;;) {
        const read = Atomics.load(numbers, READ)
        if (read === NO_MORE) return
        letGo(read)
        if (bytes < MOST_BYTES) break
        Atomics.wait(numbers, READ, read)
      }
      const text = textAt(rank)
      const start = startOf(text)
      const plan = readPlan(readableFrom(text, start))
      const laid = plan && engine(plan.veiled.text)
      held.push(laid)
      bytes += laid?.arena.length ?? 0
      const rulers = plan?.rulers ?? []
      const hasRoom = free + rulers.length <= numbers.length
      const kind = plan === null ? DOUBTFUL : isPlain(plan) && hasRoom ? PLAIN : MARKED
      numbers.set([kind, start, laid?.arena.byteOffset ?? 0, laid?.arena.length ?? 0, free, rulers.length], HEAD + rank * STEP)
      if (hasRoom) {
        numbers.set(rulers, free)
        free += rulers.length
      }
      tell(numbers, LAID, rank + 1)
    }
  } finally {
    // Whatever the end, nobody waits for more.
    tell(numbers, LAID, count)
  }
}

/** Of trees laid out and not yet read. Enough for a text that is long to be read on one side while short ones are on the other. */
const MOST_BYTES = 4_000_000
