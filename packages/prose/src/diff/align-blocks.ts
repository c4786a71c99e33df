import { occurrences } from '../grouped-by.ts'
import {
  commonSubsequence,
  type Pair,
  pairsAround,
  risingPairs,
  uniquePairs,
} from './common-subsequence.ts'

/**
 * Pairs each old block with its new version, by index, in order: first the equal blocks, then the
 * most similar blocks between them. A block is a list of numbers, one for each word.
 */
export function alignBlocks(
  old: readonly (readonly number[])[],
  young: readonly (readonly number[])[],
): readonly Pair[] {
  const oldNames = old.map((words) => words.join())
  const youngNames = young.map((words) => words.join())
  return pairsAround(
    equalBlocks(oldNames, youngNames),
    old.length,
    young.length,
    ([o, y], [nextO, nextY]) =>
      heaviestChain(alikeBlocks(old.slice(o, nextO), young.slice(y, nextY)), nextY - y),
  )
}

function equalBlocks(old: readonly string[], young: readonly string[]) {
  const anchors = risingPairs(uniquePairs(old, young))
  return pairsAround(anchors, old.length, young.length, ([o, y], [nextO, nextY]) =>
    commonSubsequence(old.slice(o, nextO), young.slice(y, nextY)),
  )
}

/** With a smaller share of common words, two blocks are not versions of each other. */
const LIKE = 0.35
/**
 * A short block may be a version of a part of a long one, if enough words are common. `WITHIN`
 * lowers the weight of such a pair.
 */
const WITHIN = 0.6
const ENOUGH = 6
/** The weight added for each word that only these two blocks have, at most `MOST_OWN` words. */
const OWN = 0.05
const MOST_OWN = 6
/** With more comparisons, only blocks that share rare words are compared. */
const MOST_MEETINGS = 2_000_000
/** The most comparisons that a rare word causes, and the most candidates for one block. */
const RARE = 64
const MOST_COMPARED = 8

/**
 * Pairs of blocks that may be versions of each other, with their share of common words, in the
 * order of the old blocks.
 */
function alikeBlocks(old: readonly (readonly number[])[], young: readonly (readonly number[])[]) {
  const oldBags = old.map(occurrences)
  const youngBags = young.map(occurrences)
  const where = placesOf(youngBags)
  const oldPlaces = placesOf(oldBags)
  const ownWords = (one: Bag, other: Bag) => {
    let words = 0
    for (const word of one.keys())
      if (other.has(word) && where.get(word)?.length === 1 && oldPlaces.get(word)?.length === 1)
        words += 1
    return Math.min(words, MOST_OWN)
  }
  const seldom = rareWords(oldBags, where)
  return oldBags.flatMap((bag, o) => {
    const common = new Map<number, number>()
    for (const [word, times] of bag) {
      if (seldom !== null && !seldom.has(word)) continue
      for (const y of where.get(word) ?? [])
        common.set(y, (common.get(y) ?? 0) + Math.min(times, youngBags[y]?.get(word) ?? 0))
    }
    const compared =
      seldom === null
        ? [...common]
        : [...common]
            .sort((one, other) => other[1] - one[1] || one[0] - other[0])
            .slice(0, MOST_COMPARED)
            .map(([y]): [number, number] => [y, wordsInCommon(bag, youngBags[y] ?? bag)])
    return compared
      .map(([y, words]) => ({
        old: o,
        young: y,
        weight: shareOf(words, old[o]?.length ?? 0, young[y]?.length ?? 0),
      }))
      .filter(({ weight }) => weight >= LIKE)
      .map((pair) => ({
        ...pair,
        weight: pair.weight + OWN * ownWords(bag, youngBags[pair.young] ?? bag),
      }))
      .sort((one, other) => one.young - other.young)
  })
}

type Bag = ReadonlyMap<number, number>

function placesOf(bags: readonly Bag[]) {
  const where = new Map<number, number[]>()
  bags.forEach((bag, place) => {
    for (const word of bag.keys()) {
      const places = where.get(word)
      if (places === undefined) where.set(word, [place])
      else places.push(place)
    }
  })
  return where
}

function rareWords(
  bags: readonly Bag[],
  where: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> | null {
  const meetings = new Map<number, number>()
  let all = 0
  for (const bag of bags) {
    for (const word of bag.keys()) {
      const more = where.get(word)?.length ?? 0
      meetings.set(word, (meetings.get(word) ?? 0) + more)
      all += more
    }
  }
  if (all <= MOST_MEETINGS) return null
  return new Set([...meetings].filter(([, times]) => times <= RARE).map(([word]) => word))
}

function wordsInCommon(one: Bag, other: Bag) {
  let common = 0
  for (const [word, times] of one) common += Math.min(times, other.get(word) ?? 0)
  return common
}

function shareOf(common: number, oldLength: number, youngLength: number) {
  const within = common >= ENOUGH ? (WITHIN * common) / Math.min(oldLength, youngLength) : 0
  return Math.max(within, (2 * common) / Math.max(1, oldLength + youngLength))
}

/** Two items, by index, and how similar they are. */
export interface Likeness {
  readonly old: number
  readonly young: number
  readonly weight: number
}

/**
 * The chain of pairs with the greatest weight, where `old` and `young` both rise. Takes O(n log n),
 * with a Fenwick tree. `pairs` are in the order of `old`.
 */
export function heaviestChain(pairs: readonly Likeness[], youngLength: number): readonly Pair[] {
  // A slot of the Fenwick tree covers a range of `young`. It holds the index of the pair that
  // begins the best chain from there. A greater `young` has a smaller slot.
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
    // The tree is updated only now, since a chain has at most one pair for each old item.
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
