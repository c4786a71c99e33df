/**
 * Where a thread stops as soon as it has begun, until the first one lets it through. While it stands there it runs nothing, and flags of V8 may change: one that
 * changes while another thread runs an expression makes V8 take what it compiled for what it did not, and crash.
 */
export type ThreadGate = Int32Array<SharedArrayBuffer>

export function threadGate(): ThreadGate {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** The other thread's side: stops, and says whether it was let through. */
export function stopAt(gate: ThreadGate): boolean {
  if (Atomics.compareExchange(gate, 0, AWAITED, STOPPED) === AWAITED) {
    Atomics.notify(gate, 0)
    Atomics.wait(gate, 0, STOPPED)
  }
  return Atomics.load(gate, 0) === OPEN
}

/** Waits until the other thread has stopped; `false` when it has not come so soon, and is not let through any more. */
export function hasStopped(gate: ThreadGate): boolean {
  Atomics.wait(gate, 0, AWAITED, PATIENCE)
  return Atomics.compareExchange(gate, 0, AWAITED, CLOSED) === STOPPED
}

/** Lets the other thread through. */
export function openGate(gate: ThreadGate): void {
  Atomics.store(gate, 0, OPEN)
  Atomics.notify(gate, 0)
}

const AWAITED = 0
const STOPPED = 1
const OPEN = 2
const CLOSED = 3

/** In milliseconds: it takes some twenty to begin. */
const PATIENCE = 500
