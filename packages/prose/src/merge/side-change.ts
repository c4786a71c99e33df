import { countWhile } from '../bisect.ts'
import type { DiffHunk } from '../diff/common-subsequence.ts'
import type { Word } from '../diff/words-of.ts'
import { endsInMarker } from './item-markers.ts'
import type { Granularity } from './merge-piece.ts'
import { type WordRange, wholeFigures } from './whole-figures.ts'

/** A change that one side made, or that each side made (`both`). */
export interface SideChange extends DiffHunk {
  readonly by: 'ours' | 'theirs' | 'both'
  /** For a change of `both`, its `newStart` in theirs. */
  readonly twinStart: number
  /** The first and last changed sentence of the base; `null` for added whole sentences. */
  readonly sentences: readonly [first: number, last: number] | null
  readonly adds: boolean
  readonly removes: boolean
  /** An addition with no blank before it but one after it, such as a comma. */
  readonly clings: boolean
  /** A deletion with no blank after it, such as before a stop. */
  readonly bares: boolean
  /** The first new word has no blank before it. */
  readonly glued: boolean
  /**
   * An addition between two blocks: 0 when it only continues the block before, 2 when it only
   * begins the block after. 1 in all other cases.
   */
  readonly rank: 0 | 1 | 2
  readonly addsBlocks: boolean
  /**
   * For a deletion: whether the word before it is in the same block and stays, and the word after
   * it.
   */
  readonly leaves: readonly [before: boolean, after: boolean]
  /** The words that change only as a whole, such as a date, if this change touches some. */
  readonly whole: WordRange | null
  /** The change ends with the marker of a list item, and leaves the text of the item. */
  readonly endsInMarker: boolean
}

/**
 * The changes of the two sides in the order of the base. A change that both sides made is listed
 * once.
 */
export function sideChanges(
  base: readonly Word[],
  ours: readonly Word[],
  theirs: readonly Word[],
  hunks: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): readonly SideChange[] {
  const nameOf = (side: readonly Word[]) => (hunk: DiffHunk) =>
    `${hunk.oldStart} ${hunk.oldEnd} ${side
      .slice(hunk.newStart, hunk.newEnd)
      .map(({ key }) => key)
      .join('\u0001')}`
  const wholeAt = wholesTouched(wholeFigures(base))
  const changeOf = (hunk: DiffHunk, by: SideChange['by'], side: readonly Word[]) =>
    changeIn(hunk, by, base, side, wholeAt(hunk))
  const inTheirs = new Map(hunks[1].map((hunk) => [nameOf(theirs)(hunk), hunk.newStart]))
  const inOurs = new Set(hunks[0].map(nameOf(ours)))
  const mine = hunks[0].map((hunk) => {
    const twinStart = inTheirs.get(nameOf(ours)(hunk))
    return twinStart === undefined
      ? changeOf(hunk, 'ours', ours)
      : { ...changeOf(hunk, 'both', ours), twinStart }
  })
  const other = hunks[1]
    .filter((hunk) => !inOurs.has(nameOf(theirs)(hunk)))
    .map((hunk) => changeOf(hunk, 'theirs', theirs))
  return [...mine, ...other].sort(
    (a, b) => a.oldStart - b.oldStart || a.oldEnd - b.oldEnd || a.rank - b.rank,
  )
}

/**
 * True when two changes, one of each side, can be made together. Changes that overlap, or add words
 * at one place, usually cannot. In one sentence, only the granularity `word` allows two changes.
 */
export function canBothApply(
  one: SideChange,
  other: SideChange,
  granularity: Granularity,
): boolean {
  const [first, second] = inOrder(one, other)
  if (first.oldEnd > second.oldStart || shareWhole(first, second)) return false
  const clear =
    (granularity === 'word' && first.clings && !second.glued && !second.bares) || first.rank === 0
  if (first.oldStart === second.oldStart) {
    if (second.adds) return first.rank < second.rank
    return (
      first.adds &&
      (clear || (second.removes ? first.addsBlocks && second.leaves[1] : endsBefore(first, second)))
    )
  }
  if (
    first.oldEnd === second.oldStart &&
    first.removes &&
    second.adds &&
    second.rank < 2 &&
    !(second.addsBlocks && first.leaves[0])
  )
    return false
  if (!shareSentence(first, second)) return true
  return granularity === 'word' && (first.oldEnd < second.oldStart || clear)
}

export function shareSentence(one: SideChange, other: SideChange): boolean {
  const [first, second] = inOrder(one, other)
  if (first.sentences === null || second.sentences === null || first.endsInMarker) return false
  return first.sentences[1] >= second.sentences[0]
}

function shareWhole(first: SideChange, second: SideChange) {
  return (
    first.whole !== null &&
    second.whole !== null &&
    first.whole[1] > second.whole[0] &&
    second.whole[1] > first.whole[0]
  )
}

function inOrder(one: SideChange, other: SideChange): readonly [SideChange, SideChange] {
  const order = one.oldStart - other.oldStart || one.oldEnd - other.oldEnd || one.rank - other.rank
  return order <= 0 ? [one, other] : [other, one]
}

function endsBefore(first: SideChange, second: SideChange) {
  return (
    first.sentences === null ||
    (second.sentences !== null && first.sentences[1] < second.sentences[0])
  )
}

function wholesTouched(wholes: readonly WordRange[]): (hunk: DiffHunk) => WordRange | null {
  return ({ oldStart, oldEnd }) => {
    const first = countWhile(wholes, ([, end]) => end <= oldStart)
    const end = countWhile(wholes, ([start]) => start < oldEnd)
    const [from, to] = [wholes[first], wholes[end - 1]]
    return first < end && from !== undefined && to !== undefined ? [from[0], to[1]] : null
  }
}

function changeIn(
  hunk: DiffHunk,
  by: SideChange['by'],
  base: readonly Word[],
  side: readonly Word[],
  whole: SideChange['whole'],
): SideChange {
  const adds = hunk.oldStart === hunk.oldEnd
  const blockAt = (index: number) => base[index]?.block
  return {
    ...hunk,
    by,
    twinStart: hunk.newStart,
    adds,
    removes: hunk.newStart === hunk.newEnd,
    clings: adds && side[hunk.newStart]?.gap === '' && base[hunk.oldStart]?.gap !== '',
    bares: hunk.newStart === hunk.newEnd && base[hunk.oldEnd]?.gap === '',
    glued: hunk.newStart < hunk.newEnd && side[hunk.newStart]?.gap === '',
    rank: adds ? rankOf(hunk, side) : 1,
    addsBlocks: adds && hasOwnBlocks(hunk, side),
    leaves: [
      blockAt(hunk.oldStart - 1) === blockAt(hunk.oldEnd - 1),
      blockAt(hunk.oldEnd) === blockAt(hunk.oldStart),
    ],
    whole,
    endsInMarker: endsInMarker(hunk, base, side),
    sentences: adds
      ? sentencesAt(hunk, base, side)
      : [sentenceAt(base, hunk.oldStart), sentenceAt(base, hunk.oldEnd - 1)],
  }
}

function rankOf({ newStart, newEnd }: DiffHunk, side: readonly Word[]): SideChange['rank'] {
  const block = (index: number) => side[index]?.block ?? -1
  const [before, first, last, after] = [
    block(newStart - 1),
    block(newStart),
    block(newEnd - 1),
    block(newEnd),
  ]
  if (before === after) return 1
  return first === before && last === before ? 0 : first === after && last === after ? 2 : 1
}

function hasOwnBlocks({ newStart, newEnd }: DiffHunk, side: readonly Word[]) {
  return (
    side[newStart - 1]?.block !== side[newStart]?.block &&
    side[newEnd - 1]?.block !== side[newEnd]?.block
  )
}

function sentencesAt(
  hunk: DiffHunk,
  base: readonly Word[],
  side: readonly Word[],
): SideChange['sentences'] {
  const after = sentenceAt(base, hunk.oldStart)
  const before = hunk.oldStart > 0 ? sentenceAt(base, hunk.oldStart - 1) : -1
  if (before === after) return [after, after]
  const opens =
    hunk.newStart === 0 || sentenceAt(side, hunk.newStart - 1) !== sentenceAt(side, hunk.newStart)
  const closes = sentenceAt(side, hunk.newEnd - 1) !== sentenceAt(side, hunk.newEnd)
  if (opens && closes) return null
  return [opens ? after : Math.max(0, before), closes ? Math.max(0, before) : after]
}

function sentenceAt(words: readonly Word[], index: number) {
  return words[index]?.sentence ?? -1
}
