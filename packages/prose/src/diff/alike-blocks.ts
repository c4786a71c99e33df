import type { Likeness } from './heaviest-chain.ts'

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
export function alikeBlocks(
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
