/**
 * Caches the last result of a function per first argument, for as long as that argument lives. A
 * programme is built again at each key typed in an editor, and all its files but one are what they
 * were.
 */
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
