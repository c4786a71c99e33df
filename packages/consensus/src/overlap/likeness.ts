import type { SpokenText } from './spoken-text.ts'

/** How many texts of the folder say a stem. */
export type Spread = ReadonlyMap<string, number>

/** Counts in how many texts each stem is said. */
export function spreadOf(texts: readonly SpokenText[]): Spread {
  const spread = new Map<string, number>()
  for (const { asked } of texts) for (const stem of asked.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  return spread
}

/** How much a stem weighs that `said` of the other texts say: its inverse document frequency. */
export function rarity(said: number, texts: number): number {
  return Math.log((Math.max(0, texts - 2) + PRIOR) / (Math.max(0, said) + 1))
}

// Texts unseen, in which nobody says the word: in a small folder all words are nearly as rare.
const PRIOR = 20

export interface Pair {
  /** Ranks in the list of texts; `a` is the lower. */
  readonly a: number
  readonly b: number
  /** From 0 to 1. */
  readonly likeness: number
}

/**
 * The pairs of texts that are at least `threshold` alike: the cosine over their stems, each weighing (1 + ln tf) · idf (Salton and Buckley
 * 1988). A stem is as rare as it is in the texts *other than the pair*, so that two texts alone in saying a thing are not set apart by saying
 * it twice. Goes through the stems that texts share, never through all pairs.
 */
export function likePairs(texts: readonly SpokenText[], threshold: number): readonly Pair[] {
  const spread = spreadOf(texts)
  const sayers = sayersOf(texts)
  // What a text weighs when its stems are shared with nobody; each shared stem is then one text rarer.
  const alone = texts.map(({ asked }) =>
    sum([...asked], ([stem, count]) => (loudness(count) * rarity(countOf(stem, spread) - 1, texts.length)) ** 2),
  )
  return texts.flatMap(({ asked }, a) => {
    const product = new Float64Array(texts.length)
    const moreOfA = new Float64Array(texts.length)
    const moreOfB = new Float64Array(texts.length)
    for (const [stem, count] of asked) {
      const said = countOf(stem, spread)
      const shared = rarity(said - 2, texts.length) ** 2
      const more = shared - rarity(said - 1, texts.length) ** 2
      const one = loudness(count)
      for (const [b, other] of sayers.get(stem) ?? []) {
        if (b <= a) continue
        product[b] = at(product, b) + one * other * shared
        moreOfA[b] = at(moreOfA, b) + one * one * more
        moreOfB[b] = at(moreOfB, b) + other * other * more
      }
    }
    const weightOf = (rank: number, more: number) => (alone[rank] ?? 0) + more
    return [...product.keys()].flatMap((b): Pair[] => {
      if (at(product, b) === 0) return []
      const likeness = at(product, b) / Math.sqrt(weightOf(a, at(moreOfA, b)) * weightOf(b, at(moreOfB, b)))
      return likeness >= threshold ? [{ a, b, likeness }] : []
    })
  })
}

/** Who says each stem, and how loudly. */
function sayersOf(texts: readonly SpokenText[]): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const sayers = new Map<string, [number, number][]>()
  for (const [rank, { asked }] of texts.entries()) {
    for (const [stem, count] of asked) {
      const known = sayers.get(stem) ?? []
      known.push([rank, loudness(count)])
      sayers.set(stem, known)
    }
  }
  return sayers
}

function loudness(count: number): number {
  return 1 + Math.log(count)
}

function countOf(stem: string, spread: Spread): number {
  return spread.get(stem) ?? 0
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0
}

function sum<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0)
}
