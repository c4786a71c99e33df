import { wordHunks } from '../diff/word-hunks.ts'
import { type Word, wordsOf } from '../diff/words-of.ts'
import { placesIn } from './change-groups.ts'
import { agreedText, mapSides, type Three, type ThreeTexts } from './merge-piece.ts'
import { withRaisedSerial } from './merge-text.ts'
import { type SideChange, sideChanges } from './side-change.ts'
import { areAlike, countedWords } from './word-likeness.ts'
import { commonEnds } from './words-add-up.ts'
import { type Outline, readOutline } from './yaml-outline.ts'

/** Shorter sentences, in words, may be repeated by chance. */
const FEWEST_WORDS = 6

/** Sentences of a merge that the two sides changed: the first line, from 1, and the text. */
export interface SharedPassage {
  readonly line: number
  readonly text: string
  /** False for neighbouring sentences. */
  readonly sameSentence: boolean
}

/**
 * The places of a merge without conflict where the two sides changed one sentence or neighbouring
 * sentences. The changes may not fit together, so a person should read them.
 */
export function passagesToReread(three: ThreeTexts, merged: string): readonly SharedPassage[] {
  const raised = withRaisedSerial(three) ?? three
  if (raised.isData === true && !isShared(mapSides((side) => readOutline(raised[side])))) return []
  const { base, ours, theirs } = raised
  const texts = [base, ours, theirs, merged]
  const { head, tail } = commonEnds(texts)
  // Skips the common beginning and end, cut at blank lines.
  const start = Math.max(0, base.lastIndexOf('\n\n', head - 2))
  const after = base.indexOf('\n\n', base.length - tail + 1)
  const rest = after < 0 ? 0 : base.length - after - 1
  const [b, o, t, m] = texts.map((text) => wordsOf(text.slice(start, text.length - rest))) as [
    Words,
    Words,
    Words,
    Words,
  ]
  const before = base.slice(0, start).split('\n').length - 1
  const changes = sideChanges(b, o, t, [wordHunks(b, o), wordHunks(b, t)])
  const place = placesIn(wordHunks(b, m))
  const lines = lineNumbers(m)
  const [was, now] = [sentencesOf(b), sentencesOf(m)]
  const times = new Map<string, number>()
  for (const { text } of was) times.set(text, (times.get(text) ?? 0) + 1)
  const at = (sentence: number) =>
    sentence >= was.length ? m.length - 1 : Math.max(0, place(was[sentence]?.start ?? 0))
  const passage = (start: number, end: number, sameSentence: boolean) => ({
    line: before + (lines[start] ?? 1),
    text: textOf(m.slice(start, end)),
    sameSentence,
  })
  const elsewhere = (
    sentences: readonly Sentence[],
    isIt: (text: string, old: string) => boolean,
  ) => now.filter(({ text }) => sentences.some((old) => isIt(text, old.text)))
  const [mine, other] = (['ours', 'theirs'] as const).map((side) => reaches(changes, side, b)) as [
    Reaches,
    Reaches,
  ]
  const found = together(mine, other).flatMap(({ first, last, sameSentence }) => {
    const here = passage(at(first), at(last + 1), sameSentence)
    if (here.text !== '') return [here]
    const moved = elsewhere(
      was.slice(first, last + 1),
      (text, old) => text === old || (!times.has(text) && areAlike(text, old)),
    )
    if (moved.length > 0) return moved.map(({ start, end }) => passage(start, end, sameSentence))
    return [passage(at(first - 1), at(last + 2), sameSentence)]
  })
  // Sentences that the two sides deleted at their place, and that a side added elsewhere.
  const both = changes.filter(({ by }) => by === 'both')
  const deleted = was.filter(
    ({ start, end, text }) =>
      countedWords(text).words.length >= FEWEST_WORDS &&
      both.some(({ oldStart, oldEnd }) => oldStart <= start && end <= oldEnd) &&
      times.get(text) === 1,
  )
  const put =
    deleted.length === 0
      ? []
      : elsewhere(deleted, (text, old) => text === old).map(({ start, end }) =>
          passage(start, end, true),
        )
  const isFound = ({ text }: SharedPassage) => found.some((one) => one.text.includes(text))
  const all = new Map(
    [...found, ...put.filter((one) => !isFound(one))].map((one) => [
      `${one.line} ${one.text}`,
      one,
    ]),
  )
  return [...all.values()].sort((one, two) => one.line - two.line)
}

type Words = readonly Word[]
/**
 * The base sentences that each change touches. `isOfBoth` is true when the two sides made the
 * change.
 */
type Reaches = readonly (readonly [first: number, last: number, isOfBoth: boolean])[]

function reaches(changes: readonly SideChange[], side: 'ours' | 'theirs', base: Words): Reaches {
  return changes.flatMap(({ by, sentences, oldStart }) => {
    if (by !== side && by !== 'both') return []
    if (sentences !== null) return [[...sentences, by === 'both']]
    // Sentences that both sides added change no base sentence.
    return by === 'both'
      ? []
      : [[base[Math.max(0, oldStart - 1)]?.sentence ?? 0, base[oldStart]?.sentence ?? 0, false]]
  })
}

interface Shared {
  readonly first: number
  readonly last: number
  readonly sameSentence: boolean
}

/**
 * The ranges of sentences that the two sides changed, joined when they share a sentence. A change
 * common to both sides counts only where a side changed the sentence further.
 */
function together(ours: Reaches, theirs: Reaches) {
  const found: Shared[] = []
  let from = 0
  for (const [first, last, isOfBoth] of ours) {
    while (from < theirs.length && (theirs[from]?.[1] ?? 0) < first - 1) from += 1
    for (
      let index = from;
      index < theirs.length && (theirs[index]?.[0] ?? 0) <= last + 1;
      index++
    ) {
      const [begin, end, isOfBothToo] = theirs[index] ?? [0, 0, false]
      const sameSentence = begin <= last && first <= end
      if (
        end < first - 1 ||
        (isOfBoth && isOfBothToo) ||
        ((isOfBoth || isOfBothToo) && !sameSentence)
      )
        continue
      const near = { first: Math.min(first, begin), last: Math.max(last, end), sameSentence }
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

interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

function sentencesOf(words: Words) {
  const starts: number[] = []
  for (const [index, { sentence }] of words.entries()) starts[sentence] ??= index
  return starts.map((start, sentence) => {
    const end = starts[sentence + 1] ?? words.length
    return { start, end, text: textOf(words.slice(start, end)) }
  })
}

function textOf(words: Words) {
  return words
    .map(({ gap, text }) => gap + text)
    .join('')
    .trim()
}

function lineNumbers(words: Words) {
  let line = 1
  return words.map(({ gap, text }) => {
    const own = line + breaksIn(gap)
    line = own + breaksIn(text)
    return own
  })
}

function breaksIn(text: string) {
  return text.split('\n').length - 1
}

/** True when the two sides changed one entry differently, or when a text is no readable YAML. */
function isShared({ base, ours, theirs }: Three<Outline | null>): boolean {
  if (base === null || ours === null || theirs === null) return true
  return base.entries.some((entry) => {
    const entryIn = ({ entries }: Outline) => entries.find(({ name }) => name === entry.name)
    const [one, other] = [entryIn(ours), entryIn(theirs)]
    if (one === undefined || other === undefined) return false
    const isAgreed = agreedText({ base: entry.text, ours: one.text, theirs: other.text }) !== null
    return !isAgreed && isShared({ base: entry.inner, ours: one.inner, theirs: other.inner })
  })
}
