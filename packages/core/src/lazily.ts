/**
 * An object whose fields, 31 at most, are computed when first read, once; those of `again` each time. To its users it is a plain immutable value: this is
 * what lets one file be checked without reading the heads and bodies of a thousand others.
 * @throws {RangeError} when there are more fields.
 */
export function lazily<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }, again: readonly (keyof T)[] = []): T {
  if (Object.keys(fields).length > 31) throw new RangeError('more fields than bits')
  const state: State = { slots: Object.values<() => unknown>(fields), known: 0 }
  const object = Object.defineProperty({}, STATE, { value: state })
  for (const [rank, key] of Object.keys(fields).entries()) {
    const get = again.includes(key as keyof T) ? getter(askers, asker, rank) : getter(rememberers, rememberer, rank)
    Object.defineProperty(object, key, { enumerable: true, configurable: true, get })
  }
  return object as T
}

const STATE = Symbol('state')

interface State {
  /** The value of each field, or what computes it. */
  readonly slots: unknown[]
  /** A bit for each field that is a value. */
  known: number
}

interface Lazy {
  readonly [STATE]: State
}

type Getter = (this: Lazy) => unknown

// One a rank, and what was read beside the fields: all objects with the same fields then have one shape for the engine, read or not.
function getter(known: Getter[], make: (rank: number) => Getter, rank: number): Getter {
  known[rank] ??= make(rank)
  return known[rank]
}

const rememberers: Getter[] = []
const askers: Getter[] = []

function rememberer(rank: number): Getter {
  const bit = 1 << rank
  return function () {
    const state = this[STATE]
    if ((state.known & bit) === 0) {
      state.slots[rank] = (state.slots[rank] as () => unknown)()
      state.known |= bit
    }
    return state.slots[rank]
  }
}

function asker(rank: number): Getter {
  return function () {
    return (this[STATE].slots[rank] as () => unknown)()
  }
}
