import { isOfFile, type Source, sourceOf } from './model/source.ts'

/** Caches the last result of a function for each first argument, in a `WeakMap`. */
export function memoize<First extends object, Rest extends readonly unknown[], Result>(
  compute: (first: First, ...rest: Rest) => Result,
): (first: First, ...rest: Rest) => Result {
  const cache = new WeakMap<First, { readonly rest: Rest; readonly result: Result }>()
  return (first, ...rest) => {
    const cached = cache.get(first)
    if (cached?.rest.every((one, at) => one === rest[at])) return cached.result
    const result = compute(first, ...rest)
    cache.set(first, { rest, result })
    return result
  }
}

/**
 * Caches the results of `read`. The key is the byte array of a file, which several sources may
 * share. A source without bytes is itself the key.
 */
export function memoizeByBytes<Read>(read: (text: string) => Read): (source: Source) => Read {
  const kept = memoize((content: Source | Uint8Array) =>
    read(('text' in content ? content : sourceOf('', content)).text),
  )
  return (source) => kept(isOfFile(source) ? source.bytes : source)
}

/** An object whose fields are computed when first read. Fields in `again` are never cached. */
export function lazily<T extends object>(
  fields: { readonly [K in keyof T]: () => T[K] },
  again: readonly (keyof T)[] = [],
): T {
  const object = {} as T
  for (const key of Object.keys(fields) as (keyof T)[])
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get: again.includes(key) ? fields[key] : once(fields[key]),
    })
  return object
}

function once<Value>(compute: () => Value): () => Value {
  let computed: { readonly value: Value } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}
