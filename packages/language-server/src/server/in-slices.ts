/** Milliseconds of work between two moments in which the editor is heard. */
const SLICE = 5

/**
 * Does something with each of many things, a few at a time: what comes in meanwhile is heard first.
 */
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

/** Lets what came in meanwhile be heard first, and answered. */
export async function turn(): Promise<void> {
  const before = heard
  await turnOfEngine()
  // A message is read, sorted, answered and written in a turn of the engine each, or several.
  for (let turns = 1; heard !== before && turns < TURNS; turns++) await turnOfEngine()
}

/** Something came in: whoever works in slices gives way to it. */
export function giveWay(): void {
  heard++
}

let heard = 0
const TURNS = 16

function turnOfEngine(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/**
 * Milliseconds since the server began, whatever is done to the clock of the machine. What
 * `performance` tells, Node would have to load first.
 */
export function now(): number {
  return process.uptime() * 1000
}
