import { alignBlocks } from './align-blocks.ts'
import {
  commonSubsequence,
  type DiffHunk,
  hunksBetween,
  type Pair,
  shiftedHunk,
  slideRange,
} from './common-subsequence.ts'
import type { Word } from './words-of.ts'

const LEAST_KEPT = 0.4
/** Table bars and heading signs, which count as unchanged in a rewritten sentence. */
const STAYS = /^(?:\||#{1,6})$/
/** A block with fewer words is not taken for a part of a split or joined paragraph. */
const FEWEST_WORDS = 4

/**
 * The changes between two lists of words, in order. Blocks are paired first, so that no word moves
 * to another block. Each list must end with an empty word, as in `wordsOf`. A sentence that keeps a
 * smaller share of its words than `kept` is one change.
 */
export function wordHunks(
  old: readonly Word[],
  young: readonly Word[],
  kept = LEAST_KEPT,
): readonly DiffHunk[] {
  const numbers = new Map<string, number>()
  const oldBlocks = blocksOf(old, numbers)
  const youngBlocks = blocksOf(young, numbers)
  const pairs: Pair[] = []
  const aligned = alignBlocks(oldBlocks.map(keysWithoutNumber), youngBlocks.map(keysWithoutNumber))
  for (const [oldBlock, youngBlock] of withParts(aligned, oldBlocks, youngBlocks)) {
    const inside = commonSubsequence(oldBlock.keys, youngBlock.keys)
    const whole = inside.length === oldBlock.keys.length
    for (const [a, b] of whole
      ? inside
      : sentencesKept(oldBlock.words, withOwnStops(inside, oldBlock.words, youngBlock.words), kept))
      pairs.push([a + oldBlock.start, b + youngBlock.start])
  }
  const last: Pair = [old.length - 1, young.length - 1]
  if (pairs.at(-1)?.[0] !== last[0]) pairs.push(last)
  return slid(hunksBetween(withOwnStops(pairs, old, young), old.length, young.length), old, young)
}

interface Block {
  readonly start: number
  readonly words: readonly Word[]
  /** A number for each word, equal for equal keys. */
  readonly keys: readonly number[]
}

function blocksOf(words: readonly Word[], numbers: Map<string, number>) {
  const keys = words.map(({ key }) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  const blocks: Block[] = []
  let start = 0
  for (let index = 1; index <= words.length; index++) {
    if (index < words.length && words[index]?.block === words[start]?.block) continue
    blocks.push({ start, words: words.slice(start, index), keys: keys.slice(start, index) })
    start = index
  }
  return blocks
}

// A list item with another number is the same item.
function keysWithoutNumber({ words: [first, second], keys }: Block) {
  const isNumbered =
    /^\d{1,9}$/.test(first?.text ?? '') &&
    /^[.)]$/.test(second?.text ?? '') &&
    second?.gap === '' &&
    keys.length > 2
  return isNumbered ? keys.slice(2) : keys
}

/**
 * Adds to each pair of blocks the other parts of a split paragraph, or the other joined paragraphs.
 */
function withParts(
  pairs: readonly Pair[],
  oldBlocks: readonly Block[],
  youngBlocks: readonly Block[],
) {
  const takenOld = new Set(pairs.map(([o]) => o))
  const takenYoung = new Set(pairs.map(([, y]) => y))
  return pairs.map(
    ([o, y]) =>
      [
        grown(oldBlocks, o, youngBlocks[y] as Block, takenOld),
        grown(youngBlocks, y, oldBlocks[o] as Block, takenYoung),
      ] as const,
  )
}

function grown(blocks: readonly Block[], at: number, other: Block, taken: Set<number>): Block {
  const own = blocks[at] as Block
  const isFree = (index: number) => index >= 0 && index < blocks.length && !taken.has(index)
  if (!isFree(at - 1) && !isFree(at + 1)) return own
  const keys = new Set(other.keys)
  const rest = new Set(own.keys)
  const isPart = (index: number) => {
    const block = blocks[index]
    if (block === undefined || !isFree(index)) return false
    const spoken = block.keys.filter((_, place) => block.words[place]?.spoken)
    return (
      spoken.length >= FEWEST_WORDS &&
      spoken.filter((key) => keys.has(key) && !rest.has(key)).length >= spoken.length / 2
    )
  }
  let first = at
  let last = at
  while (isPart(first - 1)) taken.add(--first)
  while (isPart(last + 1)) taken.add(++last)
  const parts = blocks.slice(first, last + 1)
  return {
    start: (parts[0] as Block).start,
    words: parts.flatMap(({ words }) => words),
    keys: parts.flatMap(({ keys: own }) => own),
  }
}

/** A sentence that keeps too few words is easier to read as one change. */
function sentencesKept(old: readonly Word[], pairs: readonly Pair[], least: number) {
  const oldShares = sharesOf(
    old,
    pairs.map(([o]) => o),
  )
  return pairs.filter(
    ([o]) =>
      STAYS.test(old[o]?.text ?? '') || (oldShares.get(old[o]?.sentence ?? -1) ?? 0) >= least,
  )
}

function sharesOf(words: readonly Word[], kept: readonly number[]) {
  const total = new Map<number, number>()
  for (const { sentence, spoken } of words)
    if (spoken) total.set(sentence, (total.get(sentence) ?? 0) + 1)
  const stay = new Map<number, number>()
  for (const index of kept) {
    const word = words[index] as Word
    if (word.spoken) stay.set(word.sentence, (stay.get(word.sentence) ?? 0) + 1)
  }
  return new Map(
    words.map(({ sentence }) => [
      sentence,
      (stay.get(sentence) ?? 0) / (total.get(sentence) ?? 0) || (total.has(sentence) ? 0 : 1),
    ]),
  )
}

/**
 * The changed words (in brackets) may contain a stop, in one of the two texts only. That stop can
 * then count as the unchanged one, in place of the stop after the change: `a [b. C d]. E` becomes
 * `a [b]. [C d.] E`.
 */
function withOwnStops(
  pairs: readonly Pair[],
  old: readonly Word[],
  young: readonly Word[],
): readonly Pair[] {
  return pairs.map(([o, y], index) => {
    const [beforeO, beforeY] = pairs[index - 1] ?? [-1, -1]
    if (!endsSentence(old, o) || !endsSentence(young, y)) return [o, y]
    const [inOld, inYoung] = [firstStop(old, beforeO + 1, o), firstStop(young, beforeY + 1, y)]
    if (inOld < o === inYoung < y || old[inOld]?.key !== young[inYoung]?.key) return [o, y]
    const [atOnceInOld, atOnceInYoung] = [inOld === beforeO + 1, inYoung === beforeY + 1]
    const isOwn = (atOnceInOld && atOnceInYoung) || (inOld < o ? !atOnceInOld : !atOnceInYoung)
    return isOwn ? [inOld, inYoung] : [o, y]
  })
}

function firstStop(words: readonly Word[], from: number, to: number) {
  let at = from
  while (at < to && !endsSentence(words, at)) at += 1
  return at
}

function endsSentence(words: readonly Word[], index: number) {
  const [word, next] = [words[index], words[index + 1]]
  return word !== undefined && word.sentence !== next?.sentence && !word.spoken
}

/**
 * An insertion or deletion may have several possible places, as in `a (b a) b`. The best place is
 * the start of a sentence.
 */
function slid(hunks: readonly DiffHunk[], old: readonly Word[], young: readonly Word[]) {
  const [oldKeys, youngKeys] = [old, young].map((words) => words.map(({ key }) => key)) as [
    string[],
    string[],
  ]
  const out: DiffHunk[] = []
  for (const [index, hunk] of hunks.entries()) {
    const [words, start] =
      hunk.oldStart === hunk.oldEnd ? [young, hunk.newStart] : [old, hunk.oldStart]
    const least = (out.at(-1)?.oldEnd ?? -1) - hunk.oldStart + 1
    const most = (hunks[index + 1]?.oldStart ?? old.length) - hunk.oldEnd - 1
    const [back, on] = slideRange(hunk, oldKeys, youngKeys, least, most)
    let shift = on
    for (let at = on; at >= back; at--)
      if (rank(words, start + at) > rank(words, start + shift)) shift = at
    out.push(shiftedHunk(hunk, shift))
  }
  return out
}

function rank(words: readonly Word[], index: number) {
  const word = words[index]
  const before = words[index - 1]
  if (word === undefined || before === undefined || word.block !== before.block) return 2
  return word.sentence === before.sentence ? 0 : 1
}
