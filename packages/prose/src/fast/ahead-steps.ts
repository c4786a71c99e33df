/** What both sides tell each other of so many texts: 32-bit integers, how many are laid out, how many were read, then four for each. */
export function stepsFor(count: number): SharedArrayBuffer {
  return new SharedArrayBuffer((HEAD + count * STEP) * Int32Array.BYTES_PER_ELEMENT)
}

/** Writes a step, and wakes who waits for it. */
export function tell(numbers: Int32Array, at: number, value: number): void {
  Atomics.store(numbers, at, value)
  Atomics.notify(numbers, at)
}

/** How many texts are laid out. */
export const LAID = 0
/** How many were read. */
export const READ = 1
/** Where those of the first text begin. */
export const HEAD = 2

/** What it is, where its Markdown begins, where its tree lies and how long it is. */
export const STEP = 4

export const DOUBTFUL = 1
export const PLAIN = 2
export const MARKED = 3

/** In place of how many texts were read: none will be any more. */
export const NO_MORE = -1
