import type { ComparedText } from './compared-text.ts'

/** For each stem, the number of texts that contain it. */
export type Spread = ReadonlyMap<string, number>

export function spreadOf(texts: readonly ComparedText[]): Spread {
  const spread = new Map<string, number>()
  for (const { asked } of texts)
    for (const stem of asked.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  return spread
}

/** The weight (inverse document frequency) of a stem that `said` other texts contain. */
export function rarity(said: number, texts: number): number {
  return Math.log((Math.max(0, texts - 2) + PRIOR) / (Math.max(0, said) + 1))
}

// Imaginary texts without the stem. In a small folder, all stems then weigh nearly the same.
const PRIOR = 20

export interface SimilarPair {
  /** Indices in the list of texts; `a` is the lower. */
  readonly a: number
  readonly b: number
  /** From 0 to 1. */
  readonly likeness: number
}

/**
 * The pairs of texts at least `threshold` alike, by the cosine of their stems weighed (1 + ln tf) ·
 * idf (Salton and Buckley 1988). The idf ignores the pair itself. Only pairs that share a heavy
 * stem are compared (prefix filtering, Bayardo, Ma and Srikant 2007).
 */
export function likePairs(
  texts: readonly ComparedText[],
  threshold: number,
): readonly SimilarPair[] {
  const spread = spreadOf(texts)
  const sharedWeight = (stem: string) => rarity(countOf(stem, spread) - 2, texts.length) ** 2
  const moreWeight = (stem: string) =>
    sharedWeight(stem) - rarity(countOf(stem, spread) - 1, texts.length) ** 2
  // The squared norm of each text as if it shared no stem. Each shared stem makes it larger.
  const alone = texts.map(({ asked }) =>
    sum(
      [...asked],
      ([stem, count]) => (termWeight(count) * rarity(countOf(stem, spread) - 1, texts.length)) ** 2,
    ),
  )
  // The stems that are not heavy in both texts add less than this (Cauchy and Schwarz).
  const tail = threshold / 2
  const ranks = commonFirst(spread)
  const heavy = texts.map(({ asked }, rank) =>
    heavyStems(asked, ranks, sharedWeight, at(alone, rank) * tail ** 2),
  )
  const textsWith = textsByStem(heavy)
  const products = new Float64Array(texts.length)
  return heavy.flatMap((stems, a): SimilarPair[] => {
    const candidates: number[] = []
    for (const [stem, one] of stems) {
      const shared = sharedWeight(stem)
      for (const [b, other] of textsWith.get(stem) ?? []) {
        if (b <= a) continue
        if (products[b] === 0) candidates.push(b)
        products[b] = at(products, b) + one * other * shared
      }
    }
    const near = candidates
      .sort((x, y) => x - y)
      .filter(
        (b) =>
          at(products, b) >= (threshold - tail - SLACK) * Math.sqrt(at(alone, a) * at(alone, b)),
      )
    for (const b of candidates) products[b] = 0
    return near.flatMap((b) => {
      const likeness = likenessOf(a, b)
      return likeness >= threshold ? [{ a, b, likeness }] : []
    })
  })

  function likenessOf(a: number, b: number): number {
    const theirs = texts[b]?.asked
    let product = 0
    let moreOfA = 0
    let moreOfB = 0
    for (const [stem, count] of texts[a]?.asked ?? []) {
      const theirCount = theirs?.get(stem)
      if (theirCount === undefined) continue
      const [one, other] = [termWeight(count), termWeight(theirCount)]
      const more = moreWeight(stem)
      product += one * other * sharedWeight(stem)
      moreOfA += one * one * more
      moreOfB += other * other * more
    }
    return product / Math.sqrt((at(alone, a) + moreOfA) * (at(alone, b) + moreOfB))
  }
}

const SLACK = 1e-9

function commonFirst(spread: Spread): ReadonlyMap<string, number> {
  const sorted = [...spread].sort(([, one], [, other]) => other - one)
  return new Map(sorted.map(([stem], rank) => [stem, rank]))
}

/**
 * The stems of a text and their weights, except frequent ones that together weigh less than `tail`.
 */
function heavyStems(
  asked: ComparedText['asked'],
  ranks: ReadonlyMap<string, number>,
  weigh: (stem: string) => number,
  tail: number,
): readonly (readonly [string, number])[] {
  const stems = [...asked].map(([stem, count]) => [stem, termWeight(count)] as const)
  stems.sort(([one], [other]) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
  let weight = 0
  const first = stems.findIndex(([stem, one]) => {
    weight += one ** 2 * weigh(stem)
    return weight >= tail
  })
  return first < 0 ? [] : stems.slice(first)
}

/** For each stem, the indices of the texts that contain it, and its weight there. */
function textsByStem(
  texts: readonly (readonly (readonly [string, number])[])[],
): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const textsWith = new Map<string, [number, number][]>()
  for (const [rank, stems] of texts.entries()) {
    for (const [stem, one] of stems) {
      const known = textsWith.get(stem) ?? []
      known.push([rank, one])
      textsWith.set(stem, known)
    }
  }
  return textsWith
}

function termWeight(count: number): number {
  return 1 + Math.log(count)
}

function countOf(stem: string, spread: Spread): number {
  return spread.get(stem) ?? 0
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0
}

function sum<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0)
}
