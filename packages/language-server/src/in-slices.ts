// Milliseconds of work before messages are handled.
const SLICE = 5

/** Visits many things, with pauses in which messages are handled. */
export async function inSlices<Thing>(
  things: Iterable<Thing>,
  visit: (thing: Thing) => unknown,
): Promise<void> {
  let since = now()
  for (const thing of things) {
    visit(thing)
    if (now() - since < SLICE) continue
    await handleMessages()
    since = now()
  }
}

/** Waits while pending messages are handled. */
export async function handleMessages(): Promise<void> {
  const before = heard
  await turnOfEngine()
  // Handling one message takes several turns of the event loop.
  for (let turns = 1; heard !== before && turns < TURNS; turns++) await turnOfEngine()
}

/** Announces a message, so that `handleMessages` gives it more time. */
export function announceMessage(): void {
  heard++
}

let heard = 0
const TURNS = 16

function turnOfEngine(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Milliseconds since the start of the process. Loading `performance` would take longer. */
export function now(): number {
  return process.uptime() * 1000
}
