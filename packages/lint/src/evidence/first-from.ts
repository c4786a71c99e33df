import { countWhile } from '@cahier/prose'

/**
 * Where, in a list sorted by a number, the first item stands whose number is at least `from`; the
 * list's length when none is.
 */
export function firstFrom<T>(
  sorted: readonly T[],
  numberOf: (item: T) => number,
  from: number,
): number {
  return countWhile(sorted, (item) => numberOf(item) < from)
}
