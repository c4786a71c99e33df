import type { Pair } from './common-run.ts'

/** A pair of items that may be one item changed, and how much they have in common. */
export interface Likeness {
  readonly old: number
  readonly young: number
  readonly weight: number
}

/**
 * The choice of pairs in which both places rise and the weights add up to the most, in O(n log n)
 * (a Fenwick tree of best sums, from the last pair to the first). Pairs come in the order of `old`.
 */
export function heaviestChain(pairs: readonly Likeness[], youngLength: number): readonly Pair[] {
  // Slot `s` of the tree answers for places from `youngLength - s` on: the index of the pair that
  // begins the best chain there.
  const tree = new Int32Array(youngLength + 1).fill(-1)
  const sum = new Float64Array(pairs.length)
  const next = new Int32Array(pairs.length).fill(-1)
  const better = (one: number, other: number) =>
    other < 0 || (one >= 0 && (sum[one] ?? 0) >= (sum[other] ?? 0))
  let last = pairs.length
  while (last > 0) {
    let first = last - 1
    while (first > 0 && pairs[first - 1]?.old === pairs[last - 1]?.old) first -= 1
    for (let index = first; index < last; index++) {
      const { young, weight } = pairs[index] as Likeness
      let best = -1
      for (let slot = youngLength - young - 1; slot > 0; slot -= slot & -slot)
        if (better(tree[slot] ?? -1, best)) best = tree[slot] ?? -1
      next[index] = best
      sum[index] = weight + (best < 0 ? 0 : (sum[best] ?? 0))
    }
    // After all of them are weighed: two pairs of one old item never follow each other.
    for (let index = last - 1; index >= first; index--) {
      const { young } = pairs[index] as Likeness
      for (let slot = youngLength - young; slot <= youngLength; slot += slot & -slot)
        if (better(index, tree[slot] ?? -1)) tree[slot] = index
    }
    last = first
  }
  let best = -1
  for (let slot = youngLength; slot > 0; slot -= slot & -slot)
    if (better(tree[slot] ?? -1, best)) best = tree[slot] ?? -1
  const chain: Pair[] = []
  for (let index = best; index >= 0; index = next[index] ?? -1) {
    const { old, young } = pairs[index] as Likeness
    chain.push([old, young])
  }
  return chain
}
