import { splitHead } from '../markdown/front-matter.ts'
import { areAlike } from './are-alike.ts'
import { commonEnds } from './common-ends.ts'
import { doublesWords } from './doubles-words.ts'
import { lineRegions, regionsWithout } from './line-regions.ts'
import type { Granularity } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'
import { plainMerge, settledText } from './plain-merge.ts'
import { remembered } from './remembered.ts'
import { type Said, saidIn } from './said-in.ts'
import { standsInPlace } from './stands-in-place.ts'
import { wordsIn } from './words-in.ts'

/** Under this many new pairs of words, the share of them that is found again proves nothing. */
const FEW = 12

/**
 * The side that holds all the other changed, and more: it is the merge of both. `null` when there
 * is none, or when both do.
 */
export function widerText(texts: ThreeTexts, granularity: Granularity): 'ours' | 'theirs' | null {
  const { base, ours, theirs, isData = false } = whereTheyDiffer(texts)
  const inOurs = holds({ base, narrow: theirs, wide: ours, isData }, granularity)
  const inTheirs = holds({ base, narrow: ours, wide: theirs, isData }, granularity)
  return inOurs === inTheirs ? null : inOurs ? 'ours' : 'theirs'
}

/** A text, one that changed it, and one that may hold that change and more. */
export interface Nested {
  readonly base: string
  readonly narrow: string
  readonly wide: string
  readonly isData: boolean
}

/**
 * The texts without what is the same in all three at their beginning and at their end, but for a
 * blank line, which is to keep changes apart; YAML stays whole.
 */
function whereTheyDiffer(texts: ThreeTexts): ThreeTexts {
  const { base, ours, theirs, isData = false } = texts
  if (isData) return texts
  const { head, tail } = commonEnds([base, ours, theirs])
  const bodyStart = splitHead(base).bodyStart
  const start = head <= bodyStart ? 0 : Math.max(0, bodyStart, base.lastIndexOf('\n\n', head - 2))
  const after = base.indexOf('\n\n', base.length - tail + 1)
  const rest = after < 0 ? 0 : base.length - after - 2
  const cut = (text: string) => text.slice(start, text.length - rest)
  return { base: cut(base), ours: cut(ours), theirs: cut(theirs) }
}

/**
 * Whether the wider text is what the narrower one and some other change of the base merge into: the
 * wider one without the narrower one's.
 */
function holds(texts: Nested, granularity: Granularity): boolean {
  if (!hasNewWords(texts)) return false
  if (isMergeOfLines(texts))
    return (
      !lossesOf(texts).some(({ left, kept }) => left === 0 && kept > 0) &&
      !standsInPlace(texts, granularity)
    )
  // What asks the least comes first: only where texts differ are they merged, and only then read as
  // a whole.
  if (onlyParts(texts) || !isMergeOfWords(texts, granularity)) return false
  return (
    !lossesOf(texts).some(({ left, kept, isReworded }) => kept > left || isReworded()) &&
    !standsInPlace(texts, granularity)
  )
}

/**
 * Whether the narrower text says what the base says, in more paragraphs or fewer: words do not tell
 * whether the wider one has that.
 */
function onlyParts({ base, narrow }: Nested): boolean {
  const paragraphs = (text: string) => text.trim().split(/\n\s*\n/).length
  return (
    paragraphs(base) !== paragraphs(narrow) &&
    saidIn(base).words.join(' ') === saidIn(narrow).words.join(' ')
  )
}

function isMergeOfLines(texts: Nested): boolean {
  return (['shortest', 'anchored'] as const).some((pairing) => {
    const without = settledText(regionsWithout(texts, pairing))
    return (
      addsUp(texts, without) &&
      settledText(lineRegions({ base: texts.base, ours: without, theirs: texts.narrow })) ===
        texts.wide
    )
  })
}

function isMergeOfWords(texts: Nested, granularity: Granularity): boolean {
  const { base, narrow, wide, isData } = texts
  const merge = (three: ThreeTexts) => settledText(plainMerge({ ...three, isData }, granularity))
  const without = merge({ base: narrow, ours: base, theirs: wide })
  if (!addsUp(texts, without) || doublesWords({ ours: base, theirs: wide }, without)) return false
  return merge({ base, ours: without, theirs: narrow }) === wide
}

/**
 * Whether the narrower text and the wider one without it make up the wider one, word for word: then
 * neither undoes what the other does.
 */
function addsUp({ base, narrow, wide }: Nested, without: string | null): without is string {
  return without !== null && without !== base && addsUpExactly([base, wide], [narrow, without])
}

/**
 * Whether two texts together hold each word as often as two others: then neither undoes what the
 * other does.
 */
function addsUpExactly(some: readonly string[], others: readonly string[]): boolean {
  const counts = new Map<string, number>()
  const count = (text: string, by: number) => {
    for (const [word, times] of saidIn(text).times)
      counts.set(word, (counts.get(word) ?? 0) + by * times)
  }
  for (const text of some) count(text, 1)
  for (const text of others) count(text, -1)
  return [...counts.values()].every((times) => times === 0)
}

/**
 * A sentence that the narrower text says less often than the base: how often it and the wider one
 * still do, and whether the wider one rewords it.
 */
interface Loss {
  readonly left: number
  readonly kept: number
  readonly isReworded: () => boolean
}

function lossesOf({ base, narrow, wide }: Nested): readonly Loss[] {
  const [before, less, more] = [sentencesIn(base), sentencesIn(narrow), sentencesIn(wide)]
  const newIn = (sentences: ReadonlyMap<string, number>) =>
    [...sentences.keys()].filter((one) => !before.has(one))
  const [inNarrow, inWide] = [newIn(less), newIn(more)]
  return [...before].flatMap(([sentence, times]): readonly Loss[] => {
    const left = less.get(sentence) ?? 0
    if (left >= times) return []
    const isLike = (one: string) => areAlike(sentence, one)
    return [
      {
        left,
        kept: more.get(sentence) ?? 0,
        isReworded: () => !inNarrow.some(isLike) && inWide.some(isLike),
      },
    ]
  })
}

const sentencesIn = remembered((text): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const words: string[] = []
  let at = 0
  for (const { key, sentence } of wordsIn(text)) {
    if (sentence !== at) {
      const said = words.join(' ')
      counts.set(said, (counts.get(said) ?? 0) + 1)
      words.length = 0
      at = sentence
    }
    words.push(key)
  }
  return counts
})

/**
 * Whether each word that the narrower text brought in is somewhere in the wider one, and most of
 * the pairs of words it brought together: said fast, and most often enough. A pair may be parted by
 * what the wider text put beside it.
 */
function hasNewWords(texts: Nested): boolean {
  const [base, narrow, wide] = [texts.base, texts.narrow, texts.wide].map((text) =>
    saidIn(text),
  ) as [Said, Said, Said]
  for (const word of narrow.times.keys())
    if (!base.times.has(word) && !wide.times.has(word)) return false
  let come = 0
  let kept = 0
  narrow.words.forEach((word, index) => {
    const before = narrow.words[index - 1]
    if (before === undefined || base.hasPair(before, word)) return
    come += 1
    if (wide.hasPair(before, word)) kept += 1
  })
  if (come >= FEW) return kept >= come / 2
  // Of a word said once more, it must be seen that the wider text says it once more too: beside the
  // same word, or at all.
  const more = [...narrow.times].filter(([word, times]) => times > (base.times.get(word) ?? 0))
  // One that only put the same words in another order is not held by a text that has none of its
  // pairs.
  if (come > 0 && kept === 0 && more.length === 0 && narrow.words.length === base.words.length)
    return false
  return (
    kept > 0 || more.every(([word]) => (wide.times.get(word) ?? 0) > (base.times.get(word) ?? 0))
  )
}
