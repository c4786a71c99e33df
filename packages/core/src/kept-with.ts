/**
 * The same reader, which gives again what it gave as long as it is asked about the very same things: a programme is built again at each key typed in
 * an editor, and all its files but one are what they were. What it gave stands on the first of those things, unseen, and goes with it.
 */
export function keptWith<First extends object, Rest extends readonly unknown[], Read>(
  read: (first: First, ...rest: Rest) => Read,
): (first: First, ...rest: Rest) => Read {
  const reader = readers++
  return (first, ...rest) => {
    const kept = keptOn(first)
    const known = kept[reader] as { readonly rest: Rest; readonly value: Read } | undefined
    if (known?.rest.every((one, at) => one === rest[at])) return known.value
    const value = read(first, ...rest)
    kept[reader] = { rest, value }
    return value
  }
}

let readers = 0

// Not a `WeakMap`: when V8 collects young objects, what such a map holds passes for used, and each tree of a folder was copied twice before it went.
const KEPT = Symbol('kept')

function keptOn(thing: object & { [KEPT]?: unknown[] }): unknown[] {
  const kept = thing[KEPT]
  if (kept !== undefined) return kept
  const fresh: unknown[] = []
  Object.defineProperty(thing, KEPT, { value: fresh })
  return fresh
}
