/** What can be done together without harm, and why each of the others cannot. */
interface Safe<T, Why> {
  readonly safe: readonly T[]
  readonly refused: ReadonlyMap<T, Why>
}

/**
 * The largest part of `items` that `check` accepts (it gives `null`), found by halves: one bad item
 * among a thousand costs some twenty checks.
 */
export function largestSafe<T, Why>(
  items: readonly T[],
  check: (some: readonly T[]) => Why | null,
): Safe<T, Why> {
  if (items.length === 0) return { safe: [], refused: new Map() }
  const why = check(items)
  if (why === null) return { safe: items, refused: new Map() }
  const [only, ...others] = items
  if (only !== undefined && others.length === 0)
    return { safe: [], refused: new Map([[only, why]]) }
  const half = items.length >> 1
  const first = largestSafe(items.slice(0, half), check)
  // What is safe alone may not be beside what is already kept.
  const second = largestSafe(items.slice(half), (some) => check([...first.safe, ...some]))
  return {
    safe: [...first.safe, ...second.safe],
    refused: new Map([...first.refused, ...second.refused]),
  }
}

/**
 * How many items at the beginning of a list hold, found by halves: those that hold must all stand
 * before those that do not. It is also the index of the first that does not.
 */
export function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
