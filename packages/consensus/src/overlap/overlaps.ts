import { languageOfTag, type Programme, type Proposal } from '@cahier/core'
import {
  type ComparedPassage,
  type ComparedText,
  comparedText,
  passageReader,
} from './compared-text.ts'

/** Two proposals that ask for much the same. */
export interface Overlap {
  /** Ids of the proposals, in print order. */
  readonly a: string
  readonly b: string
  /** From 0 to 1. */
  readonly likeness: number
  /** True when one proposal requires the other. */
  readonly related: boolean
  /** The most similar passages, best first. */
  readonly passages: readonly { readonly a: string; readonly b: string }[]
}

/** From this likeness on, two proposals are near (measured by `tests/benchmarks/overlap.mjs`). */
export const NEAR = 0.3

/**
 * The pairs of proposals, neither withdrawn nor merged, at least `threshold` alike, best first. A
 * merge is not paired with its sources.
 */
export function overlaps(programme: Programme, threshold = NEAR): readonly Overlap[] {
  const language = languageOfTag(programme.manifest.language)
  const standing = programme.proposals.filter(
    ({ withdrawn, replacedBy }) => withdrawn === null && replacedBy === '',
  )
  const passageOf = passageReader(language)
  const texts = standing.map((proposal) => comparedText(proposal, programme.manifest, passageOf))
  const weights = weightsIn(texts)
  let against = { text: -1, score: scoresAgainst([], weights) }
  const scoresOf = (text: number) => {
    // Pairs are grouped by their first text: only the scores of the latest first text are cached.
    if (against.text !== text)
      against = { text, score: scoresAgainst(texts[text]?.passages ?? [], weights) }
    return against.score
  }
  return likePairs(texts, threshold)
    .flatMap((pair): Overlap[] => {
      const [a, b] = [standing[pair.a], standing[pair.b]]
      const [textA, textB] = [texts[pair.a], texts[pair.b]]
      if (
        a === undefined ||
        b === undefined ||
        textA === undefined ||
        textB === undefined ||
        isMergeWithSource(a, b)
      )
        return []
      const related = a.requires.includes(b.id) || b.requires.includes(a.id)
      const passages = likestPassages(textA, textB, scoresOf(pair.a))
      return [
        { a: a.id, b: b.id, likeness: Math.round(pair.likeness * 1000) / 1000, related, passages },
      ]
    })
    .sort((x, y) => y.likeness - x.likeness)
}

function isMergeWithSource(one: Proposal, other: Proposal): boolean {
  return one.merges.includes(other.id) || other.merges.includes(one.id)
}

/** Gives the similarity of a passage to each passage of a given text, in order. */
type Scores = (other: ComparedPassage) => readonly number[]

function scoresAgainst(
  passages: readonly ComparedPassage[],
  weights: ReadonlyMap<string, number>,
): Scores {
  const known = new Map<ComparedPassage, readonly number[]>()
  return (other) => {
    let scores = known.get(other)
    if (scores === undefined) {
      scores = passages.map((one) => similarity(one, other, weights))
      known.set(other, scores)
    }
    return scores
  }
}

function likestPassages(a: ComparedText, b: ComparedText, scoresOf: Scores): Overlap['passages'] {
  const columns = b.passages.map((other) => ({ other, scores: scoresOf(other) }))
  const pairs = a.passages.flatMap((one, rank) =>
    columns.map((column) => ({ one, rank, column, score: column.scores[rank] ?? 0 })),
  )
  const used = new Set<unknown>()
  return pairs
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score)
    .filter(({ rank, column }) => {
      const free = used.size < 2 * MOST_PASSAGES && !used.has(rank) && !used.has(column)
      if (free) used.add(rank).add(column)
      return free
    })
    .map(({ one, column }) => ({ a: one.text, b: column.other.text }))
}

const MOST_PASSAGES = 3

// Dice's coefficient of the stems, weighed by rarity. It is fair to short and to long passages.
function similarity(
  one: ComparedPassage,
  other: ComparedPassage,
  weights: ReadonlyMap<string, number>,
): number {
  let [common, count] = [0, 0]
  for (const stem of one.stems.keys()) {
    if (!other.stems.has(stem)) continue
    common += weights.get(stem) ?? 0
    count++
  }
  const all = weightOf(one, weights) + weightOf(other, weights)
  return count < 2 || all === 0 ? 0 : (2 * common) / all
}

function weightOf({ stems }: ComparedPassage, weights: ReadonlyMap<string, number>): number {
  let weight = 0
  for (const stem of stems.keys()) weight += weights.get(stem) ?? 0
  return weight
}

function weightsIn(texts: readonly ComparedText[]): ReadonlyMap<string, number> {
  return new Map([...spreadOf(texts)].map(([stem, said]) => [stem, rarity(said - 2, texts.length)]))
}

/** For each stem, the number of texts that contain it. */
type Spread = ReadonlyMap<string, number>

function spreadOf(texts: readonly ComparedText[]): Spread {
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

interface SimilarPair {
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
