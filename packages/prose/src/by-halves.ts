/** Items that are accepted together, and the reason against each of the others. */
interface Safe<T, Why> {
  readonly safe: readonly T[]
  readonly refused: ReadonlyMap<T, Why>
}

/**
 * The largest part of `items` that `check` accepts by returning `null`. Found by halves: one bad
 * item of a thousand takes some twenty checks.
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
  // Items accepted alone may conflict with those kept before.
  const second = largestSafe(items.slice(half), (some) => check([...first.safe, ...some]))
  return {
    safe: [...first.safe, ...second.safe],
    refused: new Map([...first.refused, ...second.refused]),
  }
}

/**
 * The number of items at the start of a list that hold, found by halves; all that hold must come
 * first. Also the index of the first that does not.
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
