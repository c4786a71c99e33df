/** Where, in a list sorted by a number, the first item stands whose number is at least `from`; the list's length when none is. */
export function firstFrom<T>(sorted: readonly T[], numberOf: (item: T) => number, from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numberOf(sorted[middle] as T) < from) low = middle + 1
    else high = middle
  }
  return low
}
