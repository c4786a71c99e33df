/**
 * The same reader, which gives again what it gave as long as it is asked about the very same things: a programme is built again at each key typed in
 * an editor, and all its files but one are what they were. Nothing is kept longer than the first of those things.
 */
export function keptWith<First extends object, Rest extends readonly unknown[], Read>(
  read: (first: First, ...rest: Rest) => Read,
): (first: First, ...rest: Rest) => Read {
  const kept = new WeakMap<First, { readonly rest: Rest; readonly value: Read }>()
  return (first, ...rest) => {
    const known = kept.get(first)
    if (known?.rest.every((one, at) => one === rest[at])) return known.value
    const value = read(first, ...rest)
    kept.set(first, { rest, value })
    return value
  }
}
