import { commonRun, type Pair, risingPairs, uniquePairs } from './common-run.ts'

/** Past this many comparisons between two equal blocks, blocks are paired by their place instead of by their likeness. */
const MOST_COMPARED = 90_000
/** Under this share of common words, two blocks are not one block rewritten. */
const LIKE = 0.35
/** What a block wholly found in a longer one counts, and the words in common that it takes. */
const WITHIN = 0.6
const ENOUGH = 6

/**
 * Which block became which, as pairs that rise: equal blocks that occur once are anchors, then equal ones between, then the choice of
 * pairs with the most words in common (dynamic programming over all of them). A block is given as the keys of its words.
 */
export function alignBlocks(old: readonly (readonly string[])[], young: readonly (readonly string[])[]): readonly Pair[] {
  const oldNames = old.map((keys) => keys.join('\u0001'))
  const youngNames = young.map((keys) => keys.join('\u0001'))
  const pairs: Pair[] = []
  let o = 0
  let y = 0
  for (const [nextO, nextY] of [...equalBlocks(oldNames, youngNames), [old.length, young.length] as const]) {
    for (const [a, b] of byLikeness(old.slice(o, nextO), young.slice(y, nextY))) pairs.push([a + o, b + y])
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
  for (const [nextO, nextY] of [...risingPairs(uniquePairs(old, young)), [old.length, young.length] as const]) {
    for (const [a, b] of commonRun(old.slice(o, nextO), young.slice(y, nextY))) pairs.push([a + o, b + y])
    if (nextO < old.length) pairs.push([nextO, nextY])
    o = nextO + 1
    y = nextY + 1
  }
  return pairs
}

function byLikeness(old: readonly (readonly string[])[], young: readonly (readonly string[])[]): readonly Pair[] {
  if (old.length === 0 || young.length === 0) return []
  if (old.length * young.length > MOST_COMPARED) return old.slice(0, young.length).map((_, index) => [index, index])
  const bags = young.map(bagOf)
  const width = young.length + 1
  const likeness = old.map((keys) => bags.map((bag, y) => shareOf(keys, bag, young[y]?.length ?? 0)))
  const best = new Float64Array((old.length + 1) * width)
  const value = (o: number, y: number) => best[o * width + y] ?? 0
  const like = (o: number, y: number) => likeness[o]?.[y] ?? 0
  for (let o = old.length - 1; o >= 0; o--) {
    for (let y = young.length - 1; y >= 0; y--) {
      const paired = like(o, y) >= LIKE ? like(o, y) + value(o + 1, y + 1) : 0
      best[o * width + y] = Math.max(paired, value(o + 1, y), value(o, y + 1))
    }
  }
  const pairs: Pair[] = []
  for (let o = 0, y = 0; o < old.length && y < young.length; ) {
    if (like(o, y) >= LIKE && value(o, y) === like(o, y) + value(o + 1, y + 1)) pairs.push([o++, y++])
    else if (value(o, y) === value(o + 1, y)) o += 1
    else y += 1
  }
  return pairs
}

/**
 * Words in common, counted as often as they occur, over the mean length; or a little less than their share of the shorter block, so that
 * a block to which much was added is still itself.
 */
function shareOf(keys: readonly string[], bag: ReadonlyMap<string, number>, length: number): number {
  let common = 0
  const used = new Map<string, number>()
  for (const key of keys) {
    const before = used.get(key) ?? 0
    if (before < (bag.get(key) ?? 0)) common += 1
    used.set(key, before + 1)
  }
  const within = common >= ENOUGH ? (WITHIN * common) / Math.min(keys.length, length) : 0
  return Math.max(within, (2 * common) / Math.max(1, keys.length + length))
}

function bagOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const key of keys) bag.set(key, (bag.get(key) ?? 0) + 1)
  return bag
}
