import type { ComparedText } from './compared-text.ts'

/** For each stem, the number of texts that contain it. */
export type Spread = ReadonlyMap<string, number>

export function spreadOf(texts: readonly ComparedText[]): Spread {
  const spread = new Map<string, number>()
  for (const { asked } of texts)
    for (const stem of asked.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  return spread
}

/** The inverse document frequency of a stem that `others` texts outside the pair contain. */
export function rarity(others: number, texts: number): number {
  return Math.log((Math.max(0, texts - 2) + PRIOR) / (Math.max(0, others) + 1))
}

// The number of imaginary texts without the stem. In a small folder, they level the weights.
const PRIOR = 20

export interface SimilarPair {
  /** Indices in the list of texts; `a` is the lower. */
  readonly a: number
  readonly b: number
  /** Similarity, from 0 to 1. */
  readonly likeness: number
}

/**
 * The pairs of texts whose similarity is at least `threshold`. It is the cosine of their stems,
 * weighed (1 + ln tf) · idf (Salton and Buckley 1988). The idf counts only the texts outside the
 * pair.
 */
export function likePairs(
  texts: readonly ComparedText[],
  threshold: number,
): readonly SimilarPair[] {
  const spread = spreadOf(texts)
  const squares = new Map(
    [...spread].map(([stem, count]) => [
      stem,
      {
        shared: rarity(count - 2, texts.length) ** 2,
        alone: rarity(count - 1, texts.length) ** 2,
      },
    ]),
  )
  const weighed = texts.map(({ asked }) => {
    const stems = [...asked].map(([stem, count]): WeighedStem => {
      const { shared, alone } = squares.get(stem) ?? { shared: 0, alone: 0 }
      return { stem, weight: 1 + Math.log(count), shared, alone }
    })
    const norm = stems.reduce((sum, { weight, alone }) => sum + weight ** 2 * alone, 0)
    return { stems, norm, weights: new Map(stems.map(({ stem, weight }) => [stem, weight])) }
  })
  return weighed.flatMap((one, a) =>
    weighed.slice(a + 1).flatMap((other, after): SimilarPair[] => {
      const likeness = cosine(one, other)
      return likeness !== null && likeness >= threshold ? [{ a, b: a + 1 + after, likeness }] : []
    }),
  )
}

/** A stem of a text. Its squared idf is `shared` when the other text has the stem, else `alone`. */
interface WeighedStem {
  readonly stem: string
  readonly weight: number
  readonly shared: number
  readonly alone: number
}

interface WeighedText {
  readonly stems: readonly WeighedStem[]
  readonly weights: ReadonlyMap<string, number>
  /** The squared norm, if the other text shares no stem. */
  readonly norm: number
}

/** The cosine of two texts; null when they share no stem. */
function cosine(one: WeighedText, other: WeighedText): number | null {
  let product = 0
  let [norm, otherNorm] = [one.norm, other.norm]
  let isShared = false
  for (const { stem, weight, shared, alone } of one.stems) {
    const otherWeight = other.weights.get(stem)
    if (otherWeight === undefined) continue
    isShared = true
    product += weight * otherWeight * shared
    norm += weight ** 2 * (shared - alone)
    otherNorm += otherWeight ** 2 * (shared - alone)
  }
  return isShared ? product / Math.sqrt(norm * otherNorm) : null
}
