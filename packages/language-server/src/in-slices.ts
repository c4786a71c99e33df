import { now } from './now.ts'

/** Milliseconds of work between two moments in which the editor is heard. */
const SLICE = 8

/** Does something with each of many things, a few at a time: what comes in meanwhile is heard first. */
export async function inSlices<Thing>(things: Iterable<Thing>, visit: (thing: Thing) => unknown): Promise<void> {
  let since = now()
  for (const thing of things) {
    visit(thing)
    if (now() - since < SLICE) continue
    await turn()
    since = now()
  }
}

/** Lets what came in meanwhile be heard first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
