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
