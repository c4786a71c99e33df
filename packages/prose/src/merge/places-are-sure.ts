import type { DiffHunk } from '../diff/common-run.ts'
import type { Word } from '../diff/words-of.ts'
import { areAlike } from './are-alike.ts'
import type { Sides } from './merge-words.ts'

/** Fewer words may come twice by chance, unless they are whole sentences. */
const PASSAGE = 4

/**
 * Whether each change has one place in the merge. When one side says a passage of the base twice,
 * as in an example put in beside another that begins alike, or once where the base says it twice,
 * nobody can tell which of the two is the old one, and which the other side changed.
 */
export function placesAreSure(
  { base, ours, theirs }: Sides,
  [mine, other]: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): boolean {
  return (
    areSure(saidTwice(mine, base, ours), other) &&
    areSure(saidTwice(other, base, theirs), mine) &&
    !eachKeepsOne(base, mine, other)
  )
}

/**
 * Whether each side took out one of two neighbours that say nearly the same: each kept the other,
 * and with both gone nobody says it.
 */
function eachKeepsOne(
  base: readonly Word[],
  mine: readonly DiffHunk[],
  other: readonly DiffHunk[],
): boolean {
  const cuts = (hunks: readonly DiffHunk[]) =>
    hunks.filter(({ newStart, newEnd }) => newStart === newEnd)
  const said = ({ oldStart, oldEnd }: DiffHunk) =>
    base
      .slice(oldStart, oldEnd)
      .map(({ key }) => key)
      .join(' ')
  return cuts(mine).some((one) =>
    cuts(other).some(
      (two) =>
        (one.oldEnd === two.oldStart || two.oldEnd === one.oldStart) &&
        areAlike(said(one), said(two)),
    ),
  )
}

function areSure(twice: readonly DiffHunk[], changes: readonly DiffHunk[]): boolean {
  return twice.every(({ oldStart, oldEnd }) =>
    changes.every((one) => one.oldEnd < oldStart || one.oldStart > oldEnd),
  )
}

/**
 * The passages beside what a side put in, or took out, that this ends with, or begins with: those
 * that it may have put in, or taken out, as well.
 */
function saidTwice(
  hunks: readonly DiffHunk[],
  base: readonly Word[],
  side: readonly Word[],
): readonly DiffHunk[] {
  return hunks.flatMap((hunk, index) => {
    const { oldStart, oldEnd, newStart, newEnd } = hunk
    const adds = oldStart === oldEnd
    if (!adds && newStart < newEnd) return []
    const [own, start, end] = adds ? [side, newStart, newEnd] : [base, oldStart, oldEnd]
    let [first, last] = [oldStart, oldEnd]
    const least = hunks[index - 1]?.oldEnd ?? 0
    while (
      first > least &&
      own[start - (oldStart - first) - 1]?.key === own[end - (oldStart - first) - 1]?.key
    )
      first -= 1
    const most = hunks[index + 1]?.oldStart ?? base.length
    while (last < most && own[start + (last - oldEnd)]?.key === own[end + (last - oldEnd)]?.key)
      last += 1
    const spoken = () =>
      [...base.slice(first, oldStart), ...base.slice(oldEnd, last)].filter((word) => word.spoken)
        .length
    // Most items end as their neighbours do: of what is taken out, only whole sentences count.
    if (!adds || spoken() < PASSAGE) {
      while (first < oldStart && !isBetween(base, first)) first += 1
      while (last > oldEnd && !isBetween(base, last)) last -= 1
    }
    return spoken() > 0 ? [{ ...hunk, oldStart: first, oldEnd: last }] : []
  })
}

function isBetween(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.sentence !== words[at]?.sentence
}
