import type { Word } from '../diff/word.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import { wordsOf } from '../diff/words-of.ts'
import { commonEnds } from './common-ends.ts'
import type { ThreeTexts } from './merge-text.ts'
import { withRisenSerial } from './risen-serial.ts'
import { sharesEntry } from './shares-entry.ts'
import { type SideChange, sideChanges } from './side-change.ts'
import { placesIn } from './side-places.ts'

/** A passage of a merge that two hands made together: its first line, from 1, and its text. */
export interface SharedPassage {
  readonly line: number
  readonly text: string
  /** Whether both changed one sentence; else they changed neighbouring ones. */
  readonly sameSentence: boolean
}

/** The passages of a clean merge in which both sides changed one sentence, or neighbouring ones: well worded apart, perhaps not together. */
export function passagesToReread(three: ThreeTexts, merged: string): readonly SharedPassage[] {
  const risen = withRisenSerial(three) ?? three
  if (risen.isData === true && !sharesEntry(risen)) return []
  const { base, ours, theirs } = risen
  const texts = [base, ours, theirs, merged]
  const { head, tail } = commonEnds(texts)
  // What is the same in all of them, to the nearest blank line, is nobody's change.
  const start = Math.max(0, base.lastIndexOf('\n\n', head - 2))
  const after = base.indexOf('\n\n', base.length - tail + 1)
  const rest = after < 0 ? 0 : base.length - after - 1
  const [b, o, t, m] = texts.map((text) => wordsOf(text.slice(start, text.length - rest))) as [Words, Words, Words, Words]
  const before = base.slice(0, start).split('\n').length - 1
  const changes = sideChanges(b, o, t, [wordHunks(b, o), wordHunks(b, t)])
  const starts = sentenceStarts(b)
  const place = placesIn(wordHunks(b, m))
  const at = (sentence: number) => (sentence >= starts.length ? m.length - 1 : Math.max(0, place(starts[sentence] ?? 0)))
  const [mine, other] = (['ours', 'theirs'] as const).map((side) => reaches(changes, side, b)) as [Reaches, Reaches]
  return together(mine, other).map(({ first, last, sameSentence }) => ({
    line: before + lineOf(m, at(first)),
    text: m
      .slice(at(first), at(last + 1))
      .map(({ gap, text }) => gap + text)
      .join('')
      .trim(),
    sameSentence,
  }))
}

type Words = readonly Word[]
/** First and last sentence of the base that each change of a side touches. */
type Reaches = readonly (readonly [first: number, last: number])[]

function reaches(changes: readonly SideChange[], side: 'ours' | 'theirs', base: Words): Reaches {
  return changes
    .filter(({ by }) => by === side)
    .map(({ sentences, oldStart }) => sentences ?? [base[Math.max(0, oldStart - 1)]?.sentence ?? 0, base[oldStart]?.sentence ?? 0])
}

interface Shared {
  readonly first: number
  readonly last: number
  readonly sameSentence: boolean
}

/** Where changes of the two sides are in one sentence or in neighbouring ones; passages that meet are one. Both rows rise. */
function together(ours: Reaches, theirs: Reaches): readonly Shared[] {
  const found: Shared[] = []
  let from = 0
  for (const [first, last] of ours) {
    while (from < theirs.length && (theirs[from]?.[1] ?? 0) < first - 1) from += 1
    for (let index = from; index < theirs.length && (theirs[index]?.[0] ?? 0) <= last + 1; index++) {
      const [begin, end] = theirs[index] ?? [0, 0]
      if (end < first - 1) continue
      const near = { first: Math.min(first, begin), last: Math.max(last, end), sameSentence: begin <= last && first <= end }
      const before = found.at(-1)
      if (before === undefined || near.first > before.last) found.push(near)
      else
        found[found.length - 1] = {
          first: Math.min(before.first, near.first),
          last: Math.max(before.last, near.last),
          sameSentence: before.sameSentence || near.sameSentence,
        }
    }
  }
  return found
}

function sentenceStarts(words: Words): readonly number[] {
  const starts: number[] = []
  for (const [index, { sentence }] of words.entries()) starts[sentence] ??= index
  return starts
}

function lineOf(words: Words, index: number): number {
  let line = 1
  for (const { gap, text } of words.slice(0, index)) line += (gap + text).split('\n').length - 1
  return line + (words[index]?.gap.split('\n').length ?? 1) - 1
}
