import { diffWords } from '../diff/diff-text.ts'
import { foldProse } from '../fold-prose.ts'
import type { Splice } from '../spliced.ts'
import type { BaseText } from './base-text.ts'
import type { Hunk } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import type { Misplaced } from './misplaced.ts'
import { nearHunks } from './near-hunks.ts'
import { overlapping } from './overlapping.ts'
import type { Placement } from './read-hunks.ts'
import { isConflict, relationOfHunks } from './relation.ts'

/**
 * Hunks of an earlier text in the coordinates of what it became, when each has a certain place there: what changed since is read as an
 * amendment too, and must not stand against them. A hunk that was made since is there already, and left out.
 */
export function followedHunks(hunks: readonly Hunk[], before: BaseText, now: BaseText): Placement {
  const since = changesBetween(before, now)
  const passed = hunksOf(
    before,
    since.filter(({ start }) => start >= before.bodyStart),
    hunks[0]?.field,
  )
  const near = nearHunks(passed)
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const relations = near(hunk).map((one) => relationOfHunks(hunk, one))
    if (relations.includes('identical')) continue
    if (relations.some(isConflict))
      return relations.includes('move-edit') ? { misplaced: 'moved', quote: hunk.old || hunk.new } : changedAt(hunk)
    const parts = hunk.parts.map((part) => ({ ...part, splice: withoutSharedBlanks(part.splice, since, before.text) }))
    const splices = parts.map(({ splice, between }) => moved(splice, between, since, before.text))
    const isThere = parts.every(
      ({ splice, between }, index) =>
        (between || !isWithin(splice, since)) && readsAsBefore(before.text, splice, now.text, splices[index] ?? splice),
    )
    if (!isThere) return changedAt(hunk)
    kept.push(...hunksOf(now, splices, hunk.field).map((one) => ({ ...one, rank: hunk.rank })))
  }
  const across = overlapping(kept)
  return across === undefined ? { hunks: kept } : changedAt(across)
}

function changedAt({ old, new: young }: Hunk): Misplaced {
  return old === '' ? { misplaced: 'around', quote: young } : { misplaced: 'changed', quote: old }
}

function changesBetween(before: BaseText, now: BaseText): readonly Splice[] {
  const changes: Splice[] = []
  let at = before.bodyStart
  for (const { same, old, new: young } of diffWords(before.text.slice(before.bodyStart), now.text.slice(now.bodyStart))) {
    if (!same) changes.push(fromItsWords({ start: at, end: at + old.length, text: young }, old))
    at += old.length
  }
  // The two heads may have two lengths.
  return now.bodyStart === before.bodyStart
    ? changes
    : [{ start: 0, end: before.bodyStart, text: now.text.slice(0, now.bodyStart) }, ...changes]
}

// Blanks that stay before what was taken out are not changed.
function fromItsWords({ start, end, text }: Splice, old: string): Splice {
  const stays = text.trim() === '' && old.startsWith(text) ? text.length : 0
  return { start: start + stays, end, text: text.slice(stays) }
}

// A line end between two items, which went with the first one since, is not there to go with the second.
function withoutSharedBlanks({ start, end, text }: Splice, since: readonly Splice[], before: string): Splice {
  const taken = since.find((one) => one.start < start && start < one.end && one.end < end && before.slice(start, one.end).trim() === '')
  return taken === undefined || text !== '' ? { start, end, text } : { start: taken.end, end, text }
}

function moved({ start, end, text }: Splice, between: boolean, since: readonly Splice[], before: string): Splice {
  let [shift, growth] = [0, 0]
  for (const one of since) {
    const longer = one.text.length - (one.end - one.start)
    // Put in a little further, after a beginning that it ends with: it reads just as if it were put in before.
    const isPutFirst = one.start === one.end && one.start >= start && one.end < end && one.text.endsWith(before.slice(start, one.start))
    const isBefore = one.end < start || (one.end === start && (one.start < one.end || (between && !/^\s*\n/.test(one.text))))
    if (isBefore || isPutFirst) shift += longer
    else if (one.start >= start && one.end <= end && (one.start < one.end || (one.start > start && one.end < end))) growth += longer
  }
  return { start: start + shift, end: end + shift + growth, text }
}

/** Whether a place between two signs is inside of what was replaced since. */
function isWithin({ start, end }: Splice, since: readonly Splice[]): boolean {
  return start === end && since.some((one) => one.start < start && end < one.end)
}

function readsAsBefore(before: string, taken: Splice, now: string, moved: Splice): boolean {
  return foldProse(before.slice(taken.start, taken.end)) === foldProse(now.slice(moved.start, moved.end))
}
