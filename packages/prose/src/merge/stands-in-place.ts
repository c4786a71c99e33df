import type { DiffHunk } from '../diff/common-run.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import type { Word } from '../diff/words-of.ts'
import type { Granularity } from './merge-piece.ts'
import type { Nested } from './wider-text.ts'
import { wordCut } from './word-cut.ts'
import { wordsIn } from './words-in.ts'

/**
 * Whether the wider text still says what the narrower one only took out of the base, as under a
 * heading of another level, or says something in its place: it may be what was taken out, written
 * otherwise.
 */
export function standsInPlace(texts: Nested, granularity: Granularity): boolean {
  const { fineness, kept } = wordCut(granularity)
  const [base, narrow, wide] = [texts.base, texts.narrow, texts.wide].map((text) =>
    wordsIn(text, fineness),
  ) as [Words, Words, Words]
  const changes = wordHunks(base, wide, kept)
  return wordHunks(base, narrow, kept).some((cut) => {
    const [before, left] = [
      saidIn(base, cut.oldStart, cut.oldEnd),
      saidIn(narrow, cut.newStart, cut.newEnd),
    ]
    if (left.length >= before.length || left.some((key) => !before.includes(key))) return false
    const there = changes.filter((more) => overlap(cut, more))
    const isKept = there.every(
      (more) =>
        saidIn(base, Math.max(cut.oldStart, more.oldStart), Math.min(cut.oldEnd, more.oldEnd))
          .length === 0,
    )
    return (
      isKept ||
      there.some((more) =>
        saidIn(wide, more.newStart, more.newEnd).some((key) => !left.includes(key)),
      )
    )
  })
}

type Words = readonly Word[]

function saidIn(words: Words, start: number, end: number): readonly string[] {
  const keys: string[] = []
  for (const { key, spoken } of words.slice(start, end)) if (spoken) keys.push(key)
  return keys
}

function overlap(one: DiffHunk, other: DiffHunk): boolean {
  return one.oldStart < other.oldEnd && other.oldStart < one.oldEnd
}
