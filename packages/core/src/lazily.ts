/**
 * An object whose fields are computed when first read, once; those of `again` each time. To its
 * users it is a plain immutable value: one file can be checked without reading the heads and bodies
 * of a thousand others.
 */
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
