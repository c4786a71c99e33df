/**
 * What both sides tell each other of so many texts: 32-bit integers, how many are laid out, how many were read, then six for each, and the lines that look
 * like rulers of tables, one text after the other.
 */
export function stepsFor(count: number): SharedArrayBuffer {
  return new SharedArrayBuffer((HEAD + count * (STEP + RULERS)) * Int32Array.BYTES_PER_ELEMENT)
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

/** What it is, where its Markdown begins, where its tree lies and how long it is, where its rulers stand here and how many they are. */
export const STEP = 6
/** Room for so many rulers a text. */
const RULERS = 8

export const DOUBTFUL = 1
export const PLAIN = 2
export const MARKED = 3

/** In place of how many texts were read: none will be any more. */
export const NO_MORE = -1
