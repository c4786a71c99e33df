import type { DiffHunk } from '../diff/common-subsequence.ts'
import type { Fineness } from '../diff/word-end.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import { type Word, wordsOf } from '../diff/words-of.ts'
import { addedWords, mergedSpelling, respelledWords } from './added-words.ts'
import { changeGroups, placesIn, rangeIn } from './change-groups.ts'
import {
  type Atom,
  type Granularity,
  mapSides,
  type SideWords,
  type ThreeTexts,
} from './merge-piece.ts'
import { type SideChange, sideChanges } from './side-change.ts'

interface MergedWords {
  readonly words: SideWords
  readonly hunks: readonly [ours: readonly DiffHunk[], theirs: readonly DiffHunk[]]
  readonly atoms: readonly Atom[]
}

/**
 * Merges a text word by word; a conflict of words is a `dispute`. `inCode`: the text begins inside
 * a fenced block.
 */
export function mergeWords(
  texts: ThreeTexts,
  granularity: Granularity,
  inCode = false,
): MergedWords {
  const { fineness, kept } = wordCut(granularity)
  const sides = mapSides((side) => wordsOf(texts[side], fineness, inCode))
  const hunks: readonly [readonly DiffHunk[], readonly DiffHunk[]] = [
    wordHunks(sides.base, sides.ours, kept),
    wordHunks(sides.base, sides.theirs, kept),
  ]
  const placeIn = { ours: placesIn(hunks[0]), theirs: placesIn(hunks[1]) }
  const changesOf = (
    side: 'ours' | 'theirs',
    own: readonly DiffHunk[],
    other: readonly DiffHunk[],
  ) =>
    [...own, ...respelledWords(sides.base, sides[side], placeIn[side], [own, other])].sort(inOrder)
  const changes = sideChanges(sides.base, sides.ours, sides.theirs, [
    changesOf('ours', hunks[0], hunks[1]),
    changesOf('theirs', hunks[1], hunks[0]),
  ])
  const atoms: Atom[] = []
  let at = 0
  let last: SideChange['by'] = 'both'
  const keepTo = (end: number) => {
    for (; at < end; at++) {
      const place = { base: at, ours: placeIn.ours(at), theirs: placeIn.theirs(at) }
      const [b, o, t] = [
        sides.base[place.base],
        sides.ours[place.ours],
        sides.theirs[place.theirs],
      ] as [Word, Word, Word]
      atoms.push({
        kind: 'word',
        gap: mergedSpelling(b.gap, o.gap, t.gap, last),
        text: mergedSpelling(b.text, o.text, t.text, 'both'),
        kept: place,
      })
      last = 'both'
    }
  }
  for (const group of changeGroups(changes, granularity)) {
    const { start, end, changes: together, disputed } = group
    keepTo(start)
    const ranges = {
      base: [start, end],
      ours: rangeIn(group, hunks[0], 'ours'),
      theirs: rangeIn(group, hunks[1], 'theirs'),
    } as const
    if (disputed) {
      const [from, to] = [mapSides((side) => ranges[side][0]), mapSides((side) => ranges[side][1])]
      atoms.push({ kind: 'dispute', from, to })
      last = 'both'
    } else
      for (const change of together) {
        atoms.push(...addedWords(change, sides, placeIn))
        last = change.by
      }
    at = end
  }
  keepTo(sides.base.length)
  return { words: sides, hunks, atoms }
}

function inOrder(one: DiffHunk, other: DiffHunk) {
  return one.oldStart - other.oldStart || one.oldEnd - other.oldEnd
}

/**
 * Returns how finely texts are cut into words, and `kept`, the least share of its words that a
 * sentence must keep. A sentence that keeps a smaller share is one change. With the granularity
 * `word`, compound words are cut too.
 */
export function wordCut(granularity: Granularity): {
  readonly fineness: Fineness
  readonly kept: number
} {
  return granularity === 'word'
    ? { fineness: 'parts', kept: 0.1 }
    : { fineness: 'words', kept: 0.4 }
}

/** The blanks before a word, up to the last line end. */
export function lineHead(gap: string): string {
  return gap.slice(0, gap.lastIndexOf('\n') + 1)
}

/** The blanks before a word, after the last line end. */
export function lineTail(gap: string): string {
  return gap.slice(gap.lastIndexOf('\n') + 1)
}
