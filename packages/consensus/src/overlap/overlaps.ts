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

/**
 * The least likeness of two near proposals. The benchmark `tests/benchmarks/overlap.mjs` compares
 * several values.
 */
export const NEAR = 0.3

/** The pairs of proposals with a likeness of at least `threshold`, best first. */
export function overlaps(programme: Programme, threshold = NEAR): readonly Overlap[] {
  const language = languageOfTag(programme.manifest.language)
  const standing = programme.proposals.filter(
    ({ withdrawn, replacedBy }) => withdrawn === null && replacedBy === '',
  )
  const passageOf = passageReader(language)
  const texts = standing.map((proposal) => ({
    proposal,
    ...comparedText(proposal, programme.manifest, passageOf),
  }))
  const weights = weightsIn(texts)
  return likePairs(texts, threshold)
    .filter(({ a, b }) => !isMergeWithSource(a.proposal, b.proposal))
    .map(({ a: textA, b: textB, likeness }) => {
      const [a, b] = [textA.proposal, textB.proposal]
      return {
        a: a.id,
        b: b.id,
        likeness: Math.round(likeness * 1000) / 1000,
        related: a.requires.includes(b.id) || b.requires.includes(a.id),
        passages: likestPassages(textA, textB, weights),
      }
    })
    .sort((x, y) => y.likeness - x.likeness)
}

function isMergeWithSource(one: Proposal, other: Proposal) {
  return one.merges.includes(other.id) || other.merges.includes(one.id)
}

function likestPassages(a: ComparedText, b: ComparedText, weights: ReadonlyMap<string, number>) {
  const used = new Set<ComparedPassage>()
  return a.passages
    .flatMap((one) =>
      b.passages.map((other) => ({ one, other, score: similarity(one, other, weights) })),
    )
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score)
    .filter(({ one, other }) => {
      const free = used.size < 2 * MOST_PASSAGES && !used.has(one) && !used.has(other)
      if (free) used.add(one).add(other)
      return free
    })
    .map(({ one, other }) => ({ a: one.text, b: other.text }))
}

const MOST_PASSAGES = 3

// Dice's coefficient of the stems, weighed by rarity. It is fair to short and to long passages.
function similarity(
  one: ComparedPassage,
  other: ComparedPassage,
  weights: ReadonlyMap<string, number>,
) {
  let [common, count] = [0, 0]
  for (const stem of one.stems.keys()) {
    if (!other.stems.has(stem)) continue
    common += weights.get(stem) ?? 0
    count++
  }
  const all = weightOf(one, weights) + weightOf(other, weights)
  return count < 2 || all === 0 ? 0 : (2 * common) / all
}

function weightOf({ stems }: ComparedPassage, weights: ReadonlyMap<string, number>) {
  let weight = 0
  for (const stem of stems.keys()) weight += weights.get(stem) ?? 0
  return weight
}

function weightsIn(texts: readonly ComparedText[]) {
  return new Map([...spreadOf(texts)].map(([stem, said]) => [stem, rarity(said - 2, texts.length)]))
}

/** For each stem, the number of texts that contain it. */
function spreadOf(texts: readonly Pick<ComparedText, 'asked'>[]) {
  const spread = new Map<string, number>()
  for (const { asked } of texts)
    for (const stem of asked.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  return spread
}

/**
 * The inverse document frequency of a stem, for the comparison of two texts. `others` is the number
 * of other texts that contain the stem.
 */
export function rarity(others: number, texts: number): number {
  return Math.log((Math.max(0, texts - 2) + PRIOR) / (Math.max(0, others) + 1))
}

// Imaginary texts without the stem, counted so that weights differ less in a small folder.
const PRIOR = 20

/**
 * The pairs of texts whose likeness is at least `threshold`. The likeness is the cosine of their
 * stems, weighed (1 + ln tf) · idf (Salton and Buckley 1988). The idf counts only the texts outside
 * the pair.
 */
export function likePairs<Text extends Pick<ComparedText, 'asked'>>(
  texts: readonly Text[],
  threshold: number,
) {
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
  const weighed = texts.map((text) => {
    const stems = [...text.asked].map(([stem, count]) => {
      const { shared, alone } = squares.get(stem) ?? { shared: 0, alone: 0 }
      return { stem, weight: 1 + Math.log(count), shared, alone }
    })
    const norm = stems.reduce((sum, { weight, alone }) => sum + weight ** 2 * alone, 0)
    return { text, stems, norm, weights: new Map(stems.map(({ stem, weight }) => [stem, weight])) }
  })
  return weighed.flatMap((one, index) =>
    weighed.slice(index + 1).flatMap((other) => {
      const likeness = cosine(one, other)
      return likeness !== null && likeness >= threshold
        ? [{ a: one.text, b: other.text, likeness }]
        : []
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

function cosine(one: WeighedText, other: WeighedText) {
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
