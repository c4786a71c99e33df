/** Milliseconds of work before messages are handled. */
const SLICE = 5

/** Visits many things in slices; messages are handled in between. */
export async function inSlices<Thing>(
  things: Iterable<Thing>,
  visit: (thing: Thing) => unknown,
): Promise<void> {
  let since = now()
  for (const thing of things) {
    visit(thing)
    if (now() - since < SLICE) continue
    await turn()
    since = now()
  }
}

/** Lets pending messages be handled. */
export async function turn(): Promise<void> {
  const before = heard
  await turnOfEngine()
  // Reading, ordering, answering and writing a message takes one or more turns of the event loop
  // each.
  for (let turns = 1; heard !== before && turns < TURNS; turns++) await turnOfEngine()
}

/** A message arrived: work in slices yields to it. */
export function giveWay(): void {
  heard++
}

let heard = 0
const TURNS = 16

function turnOfEngine(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/**
 * Milliseconds since the server started, independent of the clock. Loading `performance` would take
 * longer.
 */
export function now(): number {
  return process.uptime() * 1000
}
