import type { DiffHunk } from '../diff/common-subsequence.ts'
import { hasCertainPlaces, losesTwoNeighbours } from './certain-places.ts'
import type { Atom, MergePiece, SideWords, ThreeTexts } from './merge-piece.ts'
import { marksHold } from './paired-marks.ts'
import { wordsAddUp } from './words-add-up.ts'

/** A condition that a merge must meet; otherwise the merge is not used. */
export interface Check<Merge> {
  readonly name: string
  readonly reason: string
  /** The name of the test of this check. */
  readonly test: string
  readonly holds: (merge: Merge) => boolean
}

/** A conflict of lines merged by words, for `PASSAGE_CHECKS`. */
export interface PassageMerge {
  readonly texts: ThreeTexts
  readonly words: SideWords
  readonly hunks: readonly [ours: readonly DiffHunk[], theirs: readonly DiffHunk[]]
  readonly atoms: readonly Atom[]
  readonly pieces: readonly MergePiece[]
}

export const PASSAGE_CHECKS: readonly Check<PassageMerge>[] = [
  {
    name: 'marks',
    reason: 'Two emphases, links or code spans that overlap would form a third one.',
    test: 'are a conflict where they would begin one in the other',
    holds: ({ words, atoms }) => marksHold(words, atoms),
  },
  {
    name: 'places',
    reason: 'A repeated passage leaves open which of two places a side changed.',
    test: 'one of two passages that begin alike, deleted by one, is a conflict with a change of that beginning',
    holds: ({ words, hunks }) => hasCertainPlaces(words, hunks),
  },
  {
    name: 'neighbours',
    reason: 'Each side deleted one of two near-identical neighbours: nothing would be left.',
    test: 'are a conflict when they say nearly the same: each side kept one',
    holds: ({ words, hunks }) => !losesTwoNeighbours(words.base, hunks),
  },
  {
    name: 'progress',
    reason: 'A smaller conflict without any merged word beside it is harder to read.',
    test: 'changed by two people is a conflict, unless words are asked for',
    holds: ({ pieces }) =>
      pieces.every(({ kind }) => kind === 'settled') ||
      pieces.some((one) => one.kind === 'settled' && /\S/.test(one.text)),
  },
  {
    name: 'words of a passage',
    reason: 'Words would be lost or doubled.',
    test: 'every word that comes out went in',
    holds: ({ texts, pieces }) => wordsAddUp(texts, pieces),
  },
]

/** A text merged without conflict, for `TEXT_CHECKS`. */
export interface TextMerge {
  readonly texts: ThreeTexts
  readonly merged: string
  readonly pieces: readonly MergePiece[]
  /** True when the merged text is one of the sides; `widerSide` has then counted its words. */
  readonly isWholeSide: boolean
  /** Merges other texts; `null` in a merge that is made for a check. */
  readonly mergeAgain: ((texts: ThreeTexts) => string | null) | null
}

export const TEXT_CHECKS: readonly Check<TextMerge>[] = [
  {
    name: 'words',
    reason: 'Words would be lost or doubled across passages.',
    test: 'every word that comes out went in',
    holds: ({ texts, pieces, isWholeSide }) => isWholeSide || wordsAddUp(texts, pieces),
  },
  {
    name: 'rows',
    reason: 'A column added by one side and a row added by the other leave a row too short.',
    test: 'a table in which one put a column and the other a row is a conflict: the row has no such cell',
    holds: ({ texts, merged }) =>
      raggedRows(merged) <= Math.max(raggedRows(texts.ours), raggedRows(texts.theirs)),
  },
  {
    name: 'stable',
    reason: 'Merged again with either side, the result must be the same, or a conflict.',
    test: 'what was merged beyond lines is still itself, merged again with either side',
    holds: isStable,
  },
]

export function meets<Merge>(checks: readonly Check<Merge>[], merge: Merge): boolean {
  return checks.every(({ holds }) => holds(merge))
}

const UNESCAPED_BAR = /(?<!\\)\|/
/** A cell of the line below a table header. */
const RULER = /^:?-+:?$/

function raggedRows(text: string) {
  if (!text.includes('|')) return 0
  let columns = 0
  let ragged = 0
  for (const line of text.split('\n')) {
    const cells = line.includes('|') ? cellsOf(line) : []
    if (cells.length === 0 || cells.every((cell) => RULER.test(cell.trim()))) columns = cells.length
    else if (columns > 0 && cells.length !== columns) ragged += 1
  }
  return ragged
}

function cellsOf(line: string) {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(UNESCAPED_BAR)
}

function isStable({ texts, merged, mergeAgain }: TextMerge) {
  if (mergeAgain === null) return true
  return (['ours', 'theirs'] as const).every((side) => {
    const again = { ...texts, [side]: merged }
    if (again.ours === again.theirs) return true
    const text = mergeAgain(again)
    return text === merged || text === null
  })
}
