/**
 * An object whose fields are computed when first read, once. To its users it is a plain immutable value: this is what lets one
 * file be checked without reading the heads and bodies of a thousand others.
 */
export function lazily<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {} as T
  for (const key of Object.keys(fields) as (keyof T)[]) {
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = fields[key]()
        Object.defineProperty(object, key, { enumerable: true, value })
        return value
      },
    })
  }
  return object
}
