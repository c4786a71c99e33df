import type { Hunk } from '../diff/hunk.ts'
import type { Word } from '../diff/word.ts'
import type { Sides } from './merge-words.ts'

/** Fewer words may come twice by chance. */
const PASSAGE = 4

/**
 * Whether each change has one place in the merge. When one side says a passage of the base twice, as in an example put in beside another that
 * begins alike, nobody can tell which of the two is the old one, and which the other side changed.
 */
export function placesAreSure({ base, ours, theirs }: Sides, [mine, other]: readonly [readonly Hunk[], readonly Hunk[]]): boolean {
  return areSure(saidTwice(mine, base, ours), other) && areSure(saidTwice(other, base, theirs), mine)
}

function areSure(twice: readonly Hunk[], changes: readonly Hunk[]): boolean {
  return twice.every(({ oldStart, oldEnd }) => changes.every((one) => one.oldEnd < oldStart || one.oldStart > oldEnd))
}

/** The passages beside what a side put in that it ends with, or begins with: those that it may have put in as well. */
function saidTwice(hunks: readonly Hunk[], base: readonly Word[], side: readonly Word[]): readonly Hunk[] {
  return hunks.flatMap((hunk, index) => {
    const { oldStart, oldEnd, newStart, newEnd } = hunk
    if (oldStart < oldEnd) return []
    const least = hunks[index - 1]?.oldEnd ?? 0
    const most = (hunks[index + 1]?.oldStart ?? base.length) - oldEnd
    let before = 0
    while (oldStart - before > least && side[newStart - before - 1]?.key === side[newEnd - before - 1]?.key) before += 1
    let after = 0
    while (after < most && side[newStart + after]?.key === side[newEnd + after]?.key) after += 1
    const spoken = base.slice(oldStart - before, oldStart + after).filter((word) => word.spoken).length
    return spoken < PASSAGE ? [] : [{ ...hunk, oldStart: oldStart - before, oldEnd: oldStart + after }]
  })
}
