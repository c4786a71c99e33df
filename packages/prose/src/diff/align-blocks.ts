import { commonRun, type Pair, risingPairs, uniquePairs } from './common-run.ts'

/**
 * Which block became which, as pairs that rise: equal blocks that occur once are anchors, then
 * equal ones between, then the choice of pairs with the most words in common. A block is given as
 * the numbers of its words.
 */
export function alignBlocks(
  old: readonly (readonly number[])[],
  young: readonly (readonly number[])[],
): readonly Pair[] {
  const oldNames = old.map((words) => words.join())
  const youngNames = young.map((words) => words.join())
  const pairs: Pair[] = []
  let o = 0
  let y = 0
  for (const [nextO, nextY] of [
    ...equalBlocks(oldNames, youngNames),
    [old.length, young.length] as const,
  ]) {
    const between = [old.slice(o, nextO), young.slice(y, nextY)] as const
    for (const [a, b] of heaviestChain(alikeBlocks(...between), nextY - y))
      pairs.push([a + o, b + y])
    if (nextO < old.length) pairs.push([nextO, nextY])
    o = nextO + 1
    y = nextY + 1
  }
  return pairs
}

function equalBlocks(old: readonly string[], young: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let o = 0
  let y = 0
  for (const [nextO, nextY] of [
    ...risingPairs(uniquePairs(old, young)),
    [old.length, young.length] as const,
  ]) {
    for (const [a, b] of commonRun(old.slice(o, nextO), young.slice(y, nextY)))
      pairs.push([a + o, b + y])
    if (nextO < old.length) pairs.push([nextO, nextY])
    o = nextO + 1
    y = nextY + 1
  }
  return pairs
}

/** Under this share of common words, two blocks are not one block rewritten. */
const LIKE = 0.35
/** What a block wholly found in a longer one counts, and the words in common that it takes. */
const WITHIN = 0.6
const ENOUGH = 6
/**
 * What a word that no other block has counts besides, and how many of them do: of two blocks nearly
 * alike, names tell which is which.
 */
const OWN = 0.05
const MOST_OWN = 6
/**
 * The most pairs of an old and a new block that have some word in common, summed over all words,
 * that are all compared; past that, only pairs that share rare words are.
 */
const MOST_MEETINGS = 2_000_000
/**
 * A word is rare when it meets itself no more often than that; a block is then compared with as
 * many others.
 */
const RARE = 64
const MOST_COMPARED = 8

/**
 * The pairs of blocks that may be one block rewritten, with the share of their words in common, in
 * the order of the old ones. A block is given as the numbers of its words. Time stays in proportion
 * to the text, whatever it is.
 */
function alikeBlocks(
  old: readonly (readonly number[])[],
  young: readonly (readonly number[])[],
): readonly Likeness[] {
  const oldBags = old.map(bagOf)
  const youngBags = young.map(bagOf)
  const where = placesOf(youngBags)
  const whereOld = placesOf(oldBags)
  const ownWords = (one: Bag, other: Bag) => {
    let words = 0
    for (const word of one.keys())
      if (other.has(word) && where.get(word)?.length === 1 && whereOld.get(word)?.length === 1)
        words += 1
    return Math.min(words, MOST_OWN)
  }
  const seldom = rareWords(oldBags, where)
  return oldBags.flatMap((bag, o): readonly Likeness[] => {
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

function bagOf(words: readonly number[]): Bag {
  const bag = new Map<number, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function placesOf(bags: readonly Bag[]): ReadonlyMap<number, readonly number[]> {
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

/** `null` when every word may be counted. */
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

function wordsInCommon(one: Bag, other: Bag): number {
  let common = 0
  for (const [word, times] of one) common += Math.min(times, other.get(word) ?? 0)
  return common
}

/**
 * Words in common, counted as often as they occur, over the mean length; or a little less than
 * their share of the shorter block, so that a block to which much was added is still itself.
 */
function shareOf(common: number, oldLength: number, youngLength: number): number {
  const within = common >= ENOUGH ? (WITHIN * common) / Math.min(oldLength, youngLength) : 0
  return Math.max(within, (2 * common) / Math.max(1, oldLength + youngLength))
}

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
