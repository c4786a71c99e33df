/**
 * An object whose fields are computed when first read, once. To its users it is a plain immutable value: this is what lets one
 * file be checked without reading the heads and bodies of a thousand others.
 */
export function lazily<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }): T {
  const object = Object.defineProperty({}, READERS, { value: fields })
  for (const key of Object.keys(fields)) Object.defineProperty(object, key, { enumerable: true, configurable: true, get: getterOf(key) })
  return object as T
}

const READERS = Symbol('readers')

interface Lazy {
  readonly [READERS]: Readonly<Record<string, () => unknown>>
}

// One a name, and not one a field: a programme has hundreds of thousands of fields.
function getterOf(key: string): (this: Lazy) => unknown {
  const known = getters.get(key)
  if (known !== undefined) return known
  const getter = function (this: Lazy): unknown {
    const value = this[READERS][key]?.()
    Object.defineProperty(this, key, { enumerable: true, value })
    return value
  }
  getters.set(key, getter)
  return getter
}

const getters = new Map<string, (this: Lazy) => unknown>()
