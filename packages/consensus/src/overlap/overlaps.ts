import { languageOfTag, type Programme, type Proposal } from '@cahier/core'
import { likePairs, rarity, type Spread, spreadOf } from './likeness.ts'
import { type Passage, type SpokenText, spokenText } from './spoken-text.ts'

/** Two proposals that say much the same. */
export interface Overlap {
  /** In print order. */
  readonly a: string
  readonly b: string
  /** From 0 to 1. */
  readonly likeness: number
  /** One requires the other, so that they were meant to be near. */
  readonly related: boolean
  /** Their likest passages, the likest first. */
  readonly passages: readonly { readonly a: string; readonly b: string }[]
}

/** From here on a reader would call two proposals near: measured by `tests/benchmarks/overlap.mjs` on pairs made by paraphrase. */
export const NEAR = 0.3

/**
 * The pairs of proposals that are at least `threshold` alike, the likest first. Withdrawn and merged ones are left out, and so are pairs of
 * which one was made from the other. Only suggested: nothing is ever merged by itself.
 */
export function overlaps(programme: Programme, threshold = NEAR): readonly Overlap[] {
  const language = languageOfTag(programme.manifest.language)
  const standing = programme.proposals.filter(({ withdrawn, replacedBy }) => withdrawn === null && replacedBy === '')
  const texts = standing.map((proposal) => spokenText(proposal, programme.manifest, language))
  const spread = spreadOf(texts)
  return likePairs(texts, threshold)
    .flatMap((pair): Overlap[] => {
      const [a, b] = [standing[pair.a], standing[pair.b]]
      const [textA, textB] = [texts[pair.a], texts[pair.b]]
      if (a === undefined || b === undefined || textA === undefined || textB === undefined || isDescent(a, b)) return []
      const related = a.requires.includes(b.id) || b.requires.includes(a.id)
      const passages = likestPassages(textA, textB, spread, texts.length)
      return [{ a: a.id, b: b.id, likeness: Math.round(pair.likeness * 1000) / 1000, related, passages }]
    })
    .sort((x, y) => y.likeness - x.likeness)
}

function isDescent(one: Proposal, other: Proposal): boolean {
  return one.merges.includes(other.id) || other.merges.includes(one.id)
}

function likestPassages(a: SpokenText, b: SpokenText, spread: Spread, texts: number): Overlap['passages'] {
  const pairs = a.passages.flatMap((one) => b.passages.map((other) => ({ one, other, score: shared(one, other, spread, texts) })))
  const used = new Set<Passage>()
  return pairs
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score)
    .filter(({ one, other }) => {
      const free = !used.has(one) && !used.has(other)
      if (free) used.add(one).add(other)
      return free
    })
    .slice(0, 3)
    .map(({ one, other }) => ({ a: one.text, b: other.text }))
}

// Dice's coefficient, each stem weighing its rarity: short passages are not favoured, nor long ones.
function shared(one: Passage, other: Passage, spread: Spread, texts: number): number {
  const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + rarity((spread.get(stem) ?? 0) - 2, texts), 0)
  const common = [...one.stems].filter((stem) => other.stems.has(stem))
  const all = weigh(one.stems) + weigh(other.stems)
  return common.length < 2 || all === 0 ? 0 : (2 * weigh(common)) / all
}
