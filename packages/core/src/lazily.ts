/**
 * An object whose fields are computed when first read, once; those of `again` each time. To its users it is a plain immutable value: this is what lets
 * one file be checked without reading the heads and bodies of a thousand others.
 */
export function lazily<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }, again: readonly (keyof T)[] = []): T {
  const keys = Object.keys(fields)
  const state: State = { readers: Object.values<() => unknown>(fields), values: new Array(keys.length).fill(UNREAD) }
  const object = Object.defineProperty({}, STATE, { value: state })
  for (const [rank, key] of keys.entries()) {
    const get = again.includes(key as keyof T) ? getter(askers, asker, rank) : getter(rememberers, rememberer, rank)
    Object.defineProperty(object, key, { enumerable: true, configurable: true, get })
  }
  return object as T
}

const STATE = Symbol('state')
const UNREAD = Symbol('unread')

interface State {
  readonly readers: readonly (() => unknown)[]
  readonly values: unknown[]
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
  return function () {
    const { readers, values } = this[STATE]
    const known = values[rank]
    if (known !== UNREAD) return known
    const value = (readers[rank] as () => unknown)()
    values[rank] = value
    return value
  }
}

function asker(rank: number): Getter {
  return function () {
    return (this[STATE].readers[rank] as () => unknown)()
  }
}
