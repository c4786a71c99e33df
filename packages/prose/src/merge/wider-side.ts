import type { DiffHunk } from '../diff/common-subsequence.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import { type Word, wordsOf } from '../diff/words-of.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { finerMerge } from './finer-merge.ts'
import { type Granularity, settledText, type ThreeTexts } from './merge-piece.ts'
import { wordCut } from './merge-words.ts'
import { countedWords } from './word-likeness.ts'
import { commonEnds } from './words-add-up.ts'

/**
 * The side that has every change of the other side and more, and so is the merge; else `null`. A
 * text that was merged before is thus not merged twice.
 */
export function widerSide(texts: ThreeTexts, granularity: Granularity): 'ours' | 'theirs' | null {
  const { base, ours, theirs, isData = false } = whereTheyDiffer(texts)
  const oursHoldsTheirs = holds({ base, narrow: theirs, wide: ours, isData }, granularity)
  const theirsHoldsOurs = holds({ base, narrow: ours, wide: theirs, isData }, granularity)
  return oursHoldsTheirs === theirsHoldsOurs ? null : oursHoldsTheirs ? 'ours' : 'theirs'
}

interface NestedTexts {
  readonly base: string
  readonly narrow: string
  readonly wide: string
  readonly isData: boolean
}

/** The texts without their common beginning and end, cut at blank lines. YAML is not cut. */
function whereTheyDiffer(texts: ThreeTexts): ThreeTexts {
  const { base, ours, theirs, isData = false } = texts
  if (isData) return texts
  const { head, tail } = commonEnds([base, ours, theirs])
  const bodyStart = splitFrontMatter(base).bodyStart
  const start = head <= bodyStart ? 0 : Math.max(0, bodyStart, base.lastIndexOf('\n\n', head - 2))
  const after = base.indexOf('\n\n', base.length - tail + 1)
  const rest = after < 0 ? 0 : base.length - after - 2
  const cut = (text: string) => text.slice(start, text.length - rest)
  return { base: cut(base), ours: cut(ours), theirs: cut(theirs) }
}

/**
 * True when the wider text holds the changes of the narrower text. Test: the wider text without
 * these changes, merged with the narrower text, must give the wider text again.
 */
function holds(texts: NestedTexts, granularity: Granularity) {
  return (
    mayHold(texts) && isMergeOfWords(texts, granularity) && !replacesDeletion(texts, granularity)
  )
}

function isMergeOfWords(texts: NestedTexts, granularity: Granularity) {
  const { base, narrow, wide, isData } = texts
  const merge = (three: ThreeTexts) => settledText(finerMerge({ ...three, isData }, granularity))
  const without = merge({ base: narrow, ours: base, theirs: wide })
  return addsUp(texts, without) && merge({ base, ours: without, theirs: narrow }) === wide
}

/**
 * True when the count of each word adds up: base + wide = narrow + `without`. Then `wide` and
 * `without` differ by the changes of `narrow` alone.
 */
function addsUp({ base, narrow, wide }: NestedTexts, without: string | null): without is string {
  if (without === null || without === base) return false
  const counts = new Map<string, number>()
  const count = (text: string, by: number) => {
    for (const [word, times] of countedWords(text).times)
      counts.set(word, (counts.get(word) ?? 0) + by * times)
  }
  for (const text of [base, wide]) count(text, 1)
  for (const text of [narrow, without]) count(text, -1)
  return [...counts.values()].every((times) => times === 0)
}

/** A fast filter: the wider text must have each new word of the narrower text. */
function mayHold(texts: NestedTexts) {
  const [base, narrow, wide] = [texts.base, texts.narrow, texts.wide].map(countedWords)
  return [...(narrow?.times.keys() ?? [])].every(
    (word) => base?.times.has(word) || wide?.times.has(word),
  )
}

/**
 * True when the wider text keeps words that the narrower text deleted, or has new words in their
 * place. The deleted words may be reworded there, which is a conflict.
 */
function replacesDeletion(texts: NestedTexts, granularity: Granularity) {
  const { fineness, kept } = wordCut(granularity)
  const [base, narrow, wide] = [texts.base, texts.narrow, texts.wide].map((text) =>
    wordsOf(text, fineness),
  ) as [Words, Words, Words]
  const changes = wordHunks(base, wide, kept)
  return wordHunks(base, narrow, kept).some((cut) => {
    const [before, left] = [
      spokenKeys(base, cut.oldStart, cut.oldEnd),
      spokenKeys(narrow, cut.newStart, cut.newEnd),
    ]
    if (left.length >= before.length || left.some((key) => !before.includes(key))) return false
    const there = changes.filter((more) => overlap(cut, more))
    const isKept = there.every(
      (more) =>
        spokenKeys(base, Math.max(cut.oldStart, more.oldStart), Math.min(cut.oldEnd, more.oldEnd))
          .length === 0,
    )
    return (
      isKept ||
      there.some((more) =>
        spokenKeys(wide, more.newStart, more.newEnd).some((key) => !left.includes(key)),
      )
    )
  })
}

type Words = readonly Word[]

function spokenKeys(words: Words, start: number, end: number) {
  return words.slice(start, end).flatMap(({ key, spoken }) => (spoken ? [key] : []))
}

function overlap(one: DiffHunk, other: DiffHunk) {
  return one.oldStart < other.oldEnd && other.oldStart < one.oldEnd
}
